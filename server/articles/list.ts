import type { Conn } from '../../db/conn.ts'
import type { Article } from './article.ts'
import { type ArticleFilter, filterQuery } from './filter.ts'
import { countArticles, findArticles } from './list-store.ts'
import { countLimit } from './words.ts'

/** One page of articles; `total` counts no further than `countLimit`, `before` is the id to go on under when there are more. */
export type ArticlePage = { articles: Article[]; total: number; before: number | undefined }

const pageSize = 50

/** The articles that match, newest first. Two queries. */
export async function listArticles(conn: Conn, filter: ArticleFilter): Promise<ArticlePage> {
  const found = await findArticles(conn, filter, pageSize + 1)
  const articles = found.slice(0, pageSize)
  return {
    articles,
    total: await countArticles(conn, filter, countLimit),
    before: found.length > pageSize ? articles.at(-1)?.id : undefined,
  }
}

/** The page as its JSON twin: the same rows in the same order, and where to go on. */
export function asJson({ articles, before }: ArticlePage, filter: ArticleFilter) {
  const next = before === undefined ? null : `/articles.json${filterQuery({ ...filter, before })}`
  return { next, articles }
}
