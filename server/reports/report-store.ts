import { and, count, eq, inArray } from 'drizzle-orm'
import type { Conn } from '../../db/conn.ts'
import { articles, claims, publicClaims } from '../../db/schema/index.ts'
import { articleColumns } from './freeze-store.ts'

/** What readers would be told of an article; undefined when there is none. */
export async function articleToPublish(conn: Conn, articleId: number) {
  const [found] = await conn.select(articleColumns).from(articles).where(eq(articles.id, articleId))
  return found
}

/** How many claims of an article are public. */
export async function publishedCount(conn: Conn, articleId: number): Promise<number> {
  const [row] = await conn
    .select({ count: count() })
    .from(publicClaims)
    .innerJoin(claims, eq(claims.id, publicClaims.claimId))
    .where(and(eq(claims.articleId, articleId), eq(publicClaims.state, 'published')))
  return row?.count ?? 0
}

/** How many claims of an article are worked on or decided, and not published. */
export async function otherClaims(conn: Conn, articleId: number): Promise<number> {
  const [row] = await conn
    .select({ count: count() })
    .from(claims)
    .where(and(eq(claims.articleId, articleId), inArray(claims.state, ['open', 'checking', 'in_review', 'decided'])))
  return row?.count ?? 0
}
