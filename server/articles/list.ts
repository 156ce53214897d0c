import type { Conn } from '../../db/conn.ts'
import type { Count } from '../values/count.ts'
import { pageOf } from '../values/paging.ts'
import type { Article } from './article.ts'
import { type ArticleFilter, filterQuery } from './filter.ts'
import { countArticles, findArticles } from './list-store.ts'

/** One page of articles, how many match on all pages, and the id to go on under when there are more. */
export type ArticlePage = { articles: Article[]; total: Count; before: number | undefined }

const pageSize = 50
/** The list says “1,000+” rather than count every article on every page. */
const countedTo = 1_000

/** The articles that match, newest first. Two queries. */
export async function listArticles(conn: Conn, filter: ArticleFilter): Promise<ArticlePage> {
  const { rows, last } = pageOf(await findArticles(conn, filter, pageSize + 1), pageSize)
  const total = await countArticles(conn, filter, countedTo + 1)
  return {
    articles: rows,
    total: { count: Math.min(total, countedTo), more: total > countedTo },
    before: last?.id,
  }
}

/** The page as its JSON twin: the same rows in the same order, and where to go on. */
export function asJson({ articles, before }: ArticlePage, filter: ArticleFilter) {
  const next = before === undefined ? null : `/articles.json${filterQuery({ ...filter, before })}`
  return { next, articles }
}
