import { and, countDistinct, desc, eq, inArray, isNull, lt, max } from 'drizzle-orm'
import type { Conn } from '../../db/conn.ts'
import { articles, claims, evidence, ratings, sources } from '../../db/schema/index.ts'
import { sourceColumns } from '../sources/columns.ts'
import { badgeColumns } from '../verdicts/columns.ts'

/** How many claims each of the sources has standing evidence on. */
export async function countClaims(conn: Conn, sourceIds: number[]) {
  return conn
    .select({ sourceId: evidence.sourceId, claims: countDistinct(evidence.claimId) })
    .from(evidence)
    .where(and(inArray(evidence.sourceId, sourceIds), isNull(evidence.withdrawnAt)))
    .groupBy(evidence.sourceId)
}

/** The evidence from a source with its claims, newest first, withdrawn items among it. */
export async function findUses(
  conn: Conn,
  { source, before, limit }: { source: number; before?: number; limit: number },
) {
  return conn
    .select({
      id: evidence.id,
      stance: evidence.stance,
      passage: evidence.passage,
      locator: evidence.locator,
      note: evidence.note,
      withdrawnAt: evidence.withdrawnAt,
      withdrawnReason: evidence.withdrawnReason,
      claim: { id: claims.id, number: claims.number, statement: claims.statement, state: claims.state },
      rating: badgeColumns,
      article: { id: articles.id, title: articles.title },
    })
    .from(evidence)
    .innerJoin(claims, eq(claims.id, evidence.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .leftJoin(ratings, eq(ratings.id, claims.ratingId))
    .where(and(eq(evidence.sourceId, source), before === undefined ? undefined : lt(evidence.id, before)))
    .orderBy(desc(evidence.id))
    .limit(limit)
}

/** The sources last used on claims of the article. */
export async function findSourcesOfArticle(conn: Conn, { article, all }: { article: number; all: boolean }) {
  return conn
    .select(sourceColumns)
    .from(evidence)
    .innerJoin(claims, eq(claims.id, evidence.claimId))
    .innerJoin(sources, eq(sources.id, evidence.sourceId))
    .where(and(eq(claims.articleId, article), all ? undefined : eq(sources.confidential, false)))
    .groupBy(sources.id)
    .orderBy(desc(max(evidence.id)))
    .limit(6)
}
