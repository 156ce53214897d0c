import { desc, eq } from 'drizzle-orm'
import type { Conn } from '../../db/conn.ts'
import { articles, versions } from '../../db/schema/index.ts'

const columns = { id: articles.id, title: articles.title, outlet: articles.outlet, createdAt: articles.createdAt }
const most = 5

/** The newest few articles that have a version with this text. */
export async function articlesWithText(conn: Conn, sha256: string) {
  return conn
    .selectDistinct(columns)
    .from(versions)
    .innerJoin(articles, eq(articles.id, versions.articleId))
    .where(eq(versions.sha256, sha256))
    .orderBy(desc(articles.id))
    .limit(most)
}

/** The newest few articles that stand at this address (its key). */
export async function articlesAtAddress(conn: Conn, urlKey: string) {
  return conn.select(columns).from(articles).where(eq(articles.urlKey, urlKey)).orderBy(desc(articles.id)).limit(most)
}
