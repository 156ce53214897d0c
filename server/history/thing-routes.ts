import { type Request, type Response, Router } from 'express'
import { ThingHistoryPage } from '../../views/history/history-page.ts'
import { type Place, wayToArticle, wayToClaim, wayToSource } from '../../views/parts/crumb.ts'
import { readArticle } from '../articles/article.ts'
import { readClaim } from '../claims/claim.ts'
import { claimNumber } from '../claims/words.ts'
import { idParam, query } from '../http/params.ts'
import { send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { readSource } from '../sources/source.ts'
import { addressQuery } from '../values/address-query.ts'
import type { World } from '../world.ts'
import { readFilter } from './filter.ts'
import { type About, readPage } from './history.ts'

type Thing = { about: About; name: string; way: Place[] }

/** The history of a claim, an article or a source, each on a page of its own. */
export function thingHistoryRoutes({ db }: World): Router {
  const router = Router()
  const conn = db.reader

  router.get('/claims/:id/history', async (req, res) => {
    const claim = await readClaim(conn, idParam(req, 'claim'))
    const name = `claim ${claimNumber(claim)}`
    await answer(req, res, { about: { claim: claim.id }, name, way: wayToClaim(claim) })
  })

  router.get('/articles/:id/history', async (req, res) => {
    const article = await readArticle(conn, idParam(req, 'article'))
    await answer(req, res, { about: { article: article.id }, name: article.title, way: wayToArticle(article) })
  })

  router.get('/sources/:id/history', async (req, res) => {
    const source = await readSource(conn, req.person, idParam(req, 'source'))
    await answer(req, res, { about: { source: source.id }, name: source.title, way: wayToSource(source) })
  })

  async function answer(req: Request, res: Response, { about, name, way }: Thing): Promise<void> {
    const { before } = readFilter(query(req)).filter
    const { lines, next } = await readPage(conn, req.person, { ...about, before })
    const address = (at?: number) => req.path + addressQuery({ before: at })
    const page = { lines, pages: { before, next, address } }
    send(res, ThingHistoryPage({ shell: shell(req, res), name, way, page }))
  }

  return router
}
