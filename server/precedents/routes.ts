import { type Request, type Response, Router } from 'express'
import { AskPage } from '../../views/precedents/ask-page.ts'
import { TooMany } from '../errors.ts'
import { query } from '../http/params.ts'
import { send, sendJson } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { askedOfText } from './asked.ts'
import { asksAMinute } from './asks.ts'
import { askedText } from './fields.ts'
import { outsideRoutes } from './outside-routes.ts'
import { asJson } from './json.ts'
import { precedentsFor } from './precedent.ts'
import { relationRoutes } from './relation-routes.ts'

/** “Has this been checked?”, other publishers’ checks, and what claims are to each other. */
export function precedentRoutes(world: World): Router {
  const router = Router()
  const { reader } = world.db
  const mayAsk = asksAMinute()
  router.use(outsideRoutes(world), relationRoutes(world))

  router.get('/precedents', async (req, res) => {
    const text = askedText(query(req).text)
    const late = text === '' ? undefined : await tooMany(req, res)
    const precedents = text === '' || late ? [] : await precedentsFor(reader, askedOfText(text))
    send(res, AskPage({ shell: shell(req, res), text, precedents, problem: late?.message }), late ? 429 : 200)
  })

  router.get('/precedents.json', async (req, res) => {
    const text = askedText(query(req).text)
    const late = await tooMany(req, res)
    if (late) res.status(429)
    sendJson(
      res,
      late ? { problem: late.message } : { text, precedents: asJson(await precedentsFor(reader, askedOfText(text))) },
    )
  })

  async function tooMany(req: Request, res: Response): Promise<TooMany | undefined> {
    try {
      await mayAsk(req.person)
      return undefined
    } catch (error) {
      if (!(error instanceof TooMany)) throw error
      res.setHeader('Retry-After', error.seconds)
      return error
    }
  }

  return router
}
