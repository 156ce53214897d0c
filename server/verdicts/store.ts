import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type Conn, prepared } from '../../db/conn.ts'
import { claims, decisions, people, ratings, reviews, verdicts } from '../../db/schema/index.ts'
import { badgeColumns } from './columns.ts'

const ratingColumns = {
  id: ratings.id,
  key: ratings.key,
  definition: ratings.definition,
  value: ratings.value,
  ...badgeColumns,
}

/** The ratings that are not retired, in the order of the scale. */
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

export type ClaimToJudge = NonNullable<Awaited<ReturnType<typeof findClaimToJudge>>>

/** What giving or reviewing a verdict asks about a claim: its state, its newest verdict, the number of its decision. */
export async function findClaimToJudge(conn: Conn, id: number) {
  const query = prepared(conn, 'verdicts.claim', (c) =>
    c
      .select({
        id: claims.id,
        articleId: claims.articleId,
        state: claims.state,
        version: claims.version,
        decisionNumber: decisions.number,
        newest: {
          id: verdicts.id,
          number: verdicts.number,
          ratingId: verdicts.ratingId,
          rationale: verdicts.rationale,
          explanation: verdicts.explanation,
          authorId: verdicts.authorId,
          overrideReason: verdicts.overrideReason,
        },
        author: author.name,
        rating: { key: ratings.key, label: ratings.label },
      })
      .from(claims)
      .leftJoin(verdicts, eq(verdicts.claimId, claims.id))
      .leftJoin(author, eq(author.id, verdicts.authorId))
      .leftJoin(ratings, eq(ratings.id, verdicts.ratingId))
      .leftJoin(decisions, eq(decisions.id, claims.decisionId))
      .where(eq(claims.id, sql.placeholder('id')))
      .orderBy(desc(verdicts.number))
      .limit(1)
      .prepare(),
  )
  const [found] = await query.execute({ id })
  if (!found) return undefined
  const { newest, author: by, rating, ...claim } = found
  const named = newest && { ...newest, author: by ?? '', rating: rating?.label ?? '', ratingKey: rating?.key ?? '' }
  return { ...claim, newest: named }
}

/** Whether there is such a rating, retired or not; undefined when there is none. */
export async function findRating(conn: Conn, id: number) {
  const query = prepared(conn, 'verdicts.rating', (c) =>
    c
      .select({ key: ratings.key, retiredAt: ratings.retiredAt })
      .from(ratings)
      .where(eq(ratings.id, sql.placeholder('id')))
      .limit(1)
      .prepare(),
  )
  const [found] = await query.execute({ id })
  return found
}

/** Whose verdict it is, on which claim, and how it was reviewed; undefined when there is none. */
export async function findVerdict(conn: Conn, id: number) {
  const query = prepared(conn, 'verdicts.verdict', (c) =>
    c
      .select({ claimId: verdicts.claimId, authorId: verdicts.authorId, outcome: reviews.outcome })
      .from(verdicts)
      .leftJoin(reviews, eq(reviews.verdictId, verdicts.id))
      .where(eq(verdicts.id, sql.placeholder('id')))
      .limit(1)
      .prepare(),
  )
  const [found] = await query.execute({ id })
  return found
}
