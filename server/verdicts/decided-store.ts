import { and, desc, eq, lt } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Conn } from '../../db/conn.ts'
import { claims, decisions, people, ratings, verdicts } from '../../db/schema/index.ts'

const reviewers = alias(people, 'reviewers')

type Which = { claimId: number | undefined; before: number | undefined; limit: number }

/** Up to `limit` decisions, of all claims or of one, newest first, with ids under `before`. */
export async function decisionRows(conn: Conn, { claimId, before, limit }: Which) {
  return conn
    .select({
      id: decisions.id,
      number: decisions.number,
      claimId: decisions.claimId,
      rating: {
        key: ratings.key,
        label: ratings.label,
        definition: ratings.definition,
        scale: ratings.scale,
        value: ratings.value,
      },
      rationale: decisions.rationale,
      explanation: verdicts.explanation,
      basis: decisions.basis,
      checker: people.name,
      reviewer: reviewers.name,
      createdAt: decisions.createdAt,
      inForceId: claims.decisionId,
      publishedAt: claims.publishedAt,
    })
    .from(decisions)
    .innerJoin(claims, eq(claims.id, decisions.claimId))
    .innerJoin(verdicts, eq(verdicts.id, decisions.verdictId))
    .innerJoin(ratings, eq(ratings.id, decisions.ratingId))
    .innerJoin(people, eq(people.id, decisions.checkerId))
    .leftJoin(reviewers, eq(reviewers.id, decisions.reviewerId))
    .where(
      and(
        claimId === undefined ? undefined : eq(decisions.claimId, claimId),
        before === undefined ? undefined : lt(decisions.id, before),
      ),
    )
    .orderBy(desc(decisions.id))
    .limit(limit)
}
