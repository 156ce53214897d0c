import { eq, sql } from 'drizzle-orm'
import { type Conn, prepared } from '../../db/conn.ts'
import {
  articles,
  claimants,
  claims,
  decisions,
  importedVerdicts,
  outsideChecks,
  ratings,
} from '../../db/schema/index.ts'
import { badgeColumns } from '../verdicts/columns.ts'

const idsAsked = sql`(select value from json_each(${sql.placeholder('ids')}))`

// Of an imported verdict it is the day that its file says.
const decidedAt = sql<string>`coalesce(${decisions.createdAt}, ${importedVerdicts.checkedOn}, ${claims.createdAt})`

/** The decided claims among the ids, with what was decided. */
export async function decidedClaims(conn: Conn, ids: readonly number[]) {
  if (ids.length === 0) return []
  const query = prepared(conn, 'precedents.claims', (c) =>
    c
      .select({
        id: claims.id,
        articleId: claims.articleId,
        number: claims.number,
        statement: claims.statement,
        quote: claims.quote,
        claimant: claimants.name,
        claimedOn: claims.claimedOn,
        publishedOn: articles.publishedOn,
        publishedAt: claims.publishedAt,
        decidedAt,
        rationale: sql<string>`coalesce(${decisions.rationale}, ${importedVerdicts.rationale}, '')`,
        rating: { ...badgeColumns, value: ratings.value },
      })
      .from(claims)
      .leftJoin(decisions, eq(decisions.id, claims.decisionId))
      .leftJoin(importedVerdicts, eq(importedVerdicts.claimId, claims.id))
      .innerJoin(ratings, eq(ratings.id, claims.ratingId))
      .innerJoin(articles, eq(articles.id, claims.articleId))
      .leftJoin(claimants, eq(claimants.id, claims.claimantId))
      .where(sql`${claims.id} in ${idsAsked}`)
      .prepare(),
  )
  return query.execute({ ids: JSON.stringify(ids) })
}

/** The checks of other publishers among the ids. */
export async function outsideAmong(conn: Conn, ids: readonly number[]) {
  if (ids.length === 0) return []
  const query = prepared(conn, 'precedents.outside', (c) =>
    c
      .select()
      .from(outsideChecks)
      .where(sql`${outsideChecks.id} in ${idsAsked}`)
      .prepare(),
  )
  return query.execute({ ids: JSON.stringify(ids) })
}
