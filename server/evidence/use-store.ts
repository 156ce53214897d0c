import { and, desc, eq, lt, max, sql } from 'drizzle-orm'
import type { Conn } from '../../db/conn.ts'
import {
  articles,
  claims,
  corrections,
  decisions,
  evidence,
  ratings,
  sources,
  verdictEvidence,
} from '../../db/schema/index.ts'
import { sourceColumns } from '../sources/columns.ts'
import { badgeColumns } from '../verdicts/columns.ts'

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
      decision: decisions.number,
      isGround: sql<0 | 1>`exists (select 1 from ${verdictEvidence}
        where ${verdictEvidence.verdictId} = ${decisions.verdictId} and ${verdictEvidence.evidenceId} = ${evidence.id})`,
      corrections: sql<number>`(select count(*) from ${corrections} where ${corrections.claimId} = ${claims.id})`,
    })
    .from(evidence)
    .innerJoin(claims, eq(claims.id, evidence.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .leftJoin(ratings, eq(ratings.id, claims.ratingId))
    .leftJoin(decisions, eq(decisions.id, claims.decisionId))
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
