import { type Request, type Response, Router } from 'express'
import type { Html } from '../../views/html.ts'
import { html } from '../../views/html.ts'
import { ThingHistoryPage } from '../../views/history/history-page.ts'
import { readArticle } from '../articles/article.ts'
import { readClaim } from '../claims/claim.ts'
import { claimNumber } from '../claims/words.ts'
import { idParam, query } from '../http/params.ts'
import { send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { readSource } from '../sources/source.ts'
import type { World } from '../world.ts'
import { readFilter } from './filter.ts'
import { type About, readPage } from './history.ts'

/** The history of a claim, an article or a source, each on a page of its own. */
export function thingHistoryRoutes({ db }: World): Router {
  const router = Router()
  const conn = db.reader

  router.get('/claims/:id/history', async (req, res) => {
    const claim = await readClaim(conn, idParam(req, 'claim'))
    const back = html`<a href="/articles/${claim.articleId}" dir="auto">${claim.articleTitle}</a> › <a href="/claims/${claim.id}">Claim ${claimNumber(claim)}</a>`
    await answerThing(req, res, { about: { claim: claim.id }, title: html`claim ${claimNumber(claim)}`, back })
  })

  router.get('/articles/:id/history', async (req, res) => {
    const article = await readArticle(conn, idParam(req, 'article'))
    const back = html`<a href="/articles">Articles</a> › <a href="/articles/${article.id}" dir="auto">${article.title}</a>`
    const title = html`<span dir="auto">${article.title}</span>`
    await answerThing(req, res, { about: { article: article.id }, title, back })
  })

  router.get('/sources/:id/history', async (req, res) => {
    const source = await readSource(conn, req.person, idParam(req, 'source'))
    const back = html`<a href="/sources">Sources</a> › <a href="/sources/${source.id}" dir="auto">${source.title}</a>`
    const title = html`<span dir="auto">${source.title}</span>`
    await answerThing(req, res, { about: { source: source.id }, title, back })
  })

  type Thing = { about: About; title: Html; back: Html }

  async function answerThing(req: Request, res: Response, { about, title, back }: Thing): Promise<void> {
    const { before } = readFilter(query(req)).filter
    const { lines, next } = await readPage(conn, req.person, { ...about, before })
    const page = {
      lines,
      older: next === undefined ? undefined : `${req.path}?before=${next}`,
      newest: before ? req.path : undefined,
    }
    send(res, ThingHistoryPage({ shell: shell(req, res), title, back, page }))
  }

  return router
}
