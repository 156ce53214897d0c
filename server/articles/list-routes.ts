import { Router } from 'express'
import { ArticleListPage } from '../../views/articles/article-list-page.ts'
import { query } from '../http/params.ts'
import { send, sendJson } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { readFilter } from './filter.ts'
import { asJson, listArticles } from './list.ts'

/** The list of articles, for people and for programs. */
export function articleListRoutes({ db }: World): Router {
  const router = Router()

  router.get('/articles', async (req, res) => {
    const filter = readFilter(query(req))
    const page = await listArticles(db.reader, filter)
    send(res, ArticleListPage({ shell: shell(req, res), person: req.person, filter, page }))
  })

  router.get('/articles.json', async (req, res) => {
    const filter = readFilter(query(req))
    sendJson(res, asJson(await listArticles(db.reader, filter), filter))
  })

  return router
}
