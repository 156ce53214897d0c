import { asc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type Conn, prepared } from '../../db/conn.ts'
import { claims, corrections, decisions, people, ratings } from '../../db/schema/index.ts'
import { among, listed } from './store.ts'

const before = alias(decisions, 'before_decision')
const beforeRating = alias(ratings, 'before_rating')
const after = alias(decisions, 'after_decision')
const afterRating = alias(ratings, 'after_rating')
const approver = alias(people, 'approver')

/** The corrections of the claims with the decisions before and after, in the order they were made. */
export async function correctionsOfClaims(conn: Conn, ids: readonly number[]) {
  const query = prepared(conn, 'exports.corrections', (c) =>
    c
      .select({
        id: corrections.id,
        claimId: corrections.claimId,
        articleId: claims.articleId,
        claimNumber: claims.number,
        number: corrections.number,
        kind: corrections.kind,
        note: corrections.note,
        decisionBefore: before.number,
        ratingBefore: beforeRating.key,
        valueBefore: beforeRating.value,
        scaleBefore: beforeRating.scale,
        rationaleBefore: before.rationale,
        decisionAfter: after.number,
        ratingAfter: afterRating.key,
        valueAfter: afterRating.value,
        scaleAfter: afterRating.scale,
        rationaleAfter: after.rationale,
        author: people.name,
        approver: approver.name,
        createdAt: corrections.createdAt,
      })
      .from(corrections)
      .innerJoin(claims, eq(claims.id, corrections.claimId))
      .innerJoin(people, eq(people.id, corrections.authorId))
      .innerJoin(before, eq(before.id, corrections.beforeId))
      .innerJoin(beforeRating, eq(beforeRating.id, before.ratingId))
      .leftJoin(approver, eq(approver.id, corrections.approverId))
      .leftJoin(after, eq(after.id, corrections.afterId))
      .leftJoin(afterRating, eq(afterRating.id, after.ratingId))
      .where(among(corrections.claimId))
      .orderBy(asc(corrections.claimId), asc(corrections.number))
      .prepare(),
  )
  return query.execute(listed(ids))
}

export type CorrectionRow = Awaited<ReturnType<typeof correctionsOfClaims>>[number]
