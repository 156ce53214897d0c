import { z } from 'zod'
import { readArticle, readText } from '../articles/article.ts'
import { listArticles } from '../articles/list.ts'
import { articleKinds } from '../articles/words.ts'
import { searchText } from '../text/search-words.ts'
import { readId } from '../values/row-id.ts'
import { cursor, nextPage, readCursor } from './cursor.ts'
import { reading } from './operation.ts'
import { ArticleShape, TextShape, articleOf, textOf } from './shapes/article.ts'
import { listOf } from './shapes/parts.ts'

export const articleOperations = [
  reading({
    id: 'listArticles',
    path: '/articles',
    tag: 'Articles',
    summary: 'The articles, newest first',
    scope: 'read',
    query: z.strictObject({
      q: z.string().max(200).optional().meta({ description: 'Words of the title or the outlet.' }),
      kind: z.enum(articleKinds).optional(),
      cursor,
    }),
    example: { query: '?kind=speech' },
    answer: listOf(ArticleShape),
    read: async ({ conn, origin }, { query }) => {
      const before = readId(readCursor('articles', query.cursor) ?? '')
      const found = await listArticles(conn, { q: searchText(query.q), kind: query.kind, before })
      return {
        items: found.articles.map((article) => articleOf(article, origin)),
        next: nextPage('/articles', query, { list: 'articles', place: found.before }),
      }
    },
  }),
  reading({
    id: 'readArticle',
    path: '/articles/{id}',
    tag: 'Articles',
    summary: 'One article',
    scope: 'read',
    answer: ArticleShape,
    read: async ({ conn, origin }, { id }) => articleOf(await readArticle(conn, id), origin),
  }),
  reading({
    id: 'readText',
    path: '/articles/{id}/text',
    tag: 'Articles',
    summary: 'The newest text of an article',
    description: 'What claims are made of: `text_id` and offsets of this text say which words a new claim means.',
    scope: 'read',
    answer: TextShape,
    read: async ({ conn }, { id }) => textOf(id, await readText(conn, id)),
  }),
]
