import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type Conn, prepared } from '../../db/conn.ts'
import { decisions, people, ratings, reviews, verdicts } from '../../db/schema/index.ts'

const ratingColumns = {
  id: ratings.id,
  key: ratings.key,
  label: ratings.label,
  definition: ratings.definition,
  value: ratings.value,
  tone: ratings.tone,
  shape: ratings.shape,
}

export async function currentRatings(conn: Conn) {
  const query = prepared(conn, 'verdicts.ratings', (c) =>
    c.select(ratingColumns).from(ratings).where(isNull(ratings.retiredAt)).orderBy(ratings.position).prepare(),
  )
  return query.execute()
}

const author = alias(people, 'author')
const reviewer = alias(people, 'reviewer')

/** The verdicts of a claim with their reviews and decisions, newest first. */
export async function verdictRows(conn: Conn, claimId: number) {
  const query = prepared(conn, 'verdicts.ofClaim', (c) =>
    c
      .select({
        id: verdicts.id,
        number: verdicts.number,
        rating: ratingColumns,
        rationale: verdicts.rationale,
        explanation: verdicts.explanation,
        author: { id: author.id, name: author.name },
        createdAt: verdicts.createdAt,
        review: { outcome: reviews.outcome, reason: reviews.reason, createdAt: reviews.createdAt },
        reviewer: { id: reviewer.id, name: reviewer.name },
        decision: { number: decisions.number, basis: decisions.basis, createdAt: decisions.createdAt },
      })
      .from(verdicts)
      .innerJoin(ratings, eq(ratings.id, verdicts.ratingId))
      .innerJoin(author, eq(author.id, verdicts.authorId))
      .leftJoin(reviews, eq(reviews.verdictId, verdicts.id))
      .leftJoin(reviewer, eq(reviewer.id, reviews.reviewerId))
      .leftJoin(decisions, and(eq(decisions.claimId, verdicts.claimId), eq(decisions.verdictId, verdicts.id)))
      .where(eq(verdicts.claimId, sql.placeholder('claimId')))
      .orderBy(desc(verdicts.number))
      .prepare(),
  )
  return query.execute({ claimId })
}
