import { type SQL, and, count, desc, eq, lt, sql } from 'drizzle-orm'
import type { Conn } from '../../db/conn.ts'
import { articles } from '../../db/schema/index.ts'
import { likePattern, searchWords } from '../text/search-words.ts'
import type { ArticleFilter } from './filter.ts'
import { articleColumns } from './store.ts'

/** Newest first, up to `limit`. */
export async function findArticles(conn: Conn, filter: ArticleFilter, limit: number) {
  return conn
    .select(articleColumns)
    .from(articles)
    .where(and(...matching(filter), filter.before === undefined ? undefined : lt(articles.id, filter.before)))
    .orderBy(desc(articles.id))
    .limit(limit)
}

/** How many match, counting no further than `most`. */
export async function countArticles(conn: Conn, filter: ArticleFilter, most: number): Promise<number> {
  const found = conn
    .select({ id: articles.id })
    .from(articles)
    .where(and(...matching(filter)))
    .limit(most)
    .as('found')
  const [row] = await conn.select({ count: count() }).from(found)
  return row?.count ?? 0
}

const matching = ({ q, kind }: ArticleFilter): (SQL | undefined)[] => [
  kind && eq(articles.kind, kind),
  ...searchWords(q).map(holds),
]

const holds = (word: string): SQL => sql`${articles.searched} like ${likePattern(word)} escape '\\'`
