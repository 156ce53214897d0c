import { type Request, type Response, Router } from 'express'
import { AtomFeed } from '../../views/feeds/atom-feed.ts'
import { NothingPage } from '../../views/reports/gone-page.ts'
import { newsroomName } from '../reports/published.ts'
import { ownOrigin } from '../http/security.ts'
import { keptAnswer } from '../reports/answer.ts'
import type { PageCache } from '../reports/page-cache.ts'
import { publicAnswer, publicHeaders, publicPage } from '../http/public-reply.ts'
import type { World } from '../world.ts'
import { type Feed, type Topic, readFeed } from './feed.ts'
import { jsonFeed } from './json-feed.ts'
import { type FeedFormat, feedFormats, feedTypes } from './words.ts'
import { xmlText } from './xml-text.ts'

/** What was published and corrected, for feed readers; mounted before sign-ins are looked at. */
export function feedRoutes({ db, config }: World, pages: PageCache): Router {
  const router = Router()
  router.use('/feeds', publicHeaders)
  for (const format of feedFormats) {
    router.get(`/feeds/checks.${format}`, (req, res) => answer(req, res, { format }))
    for (const kind of ['claimants', 'tags'] as const)
      router.get(`/feeds/${kind}/:key.${format}`, (req, res) =>
        answer(req, res, { format, topic: { of: kind, key: String(req.params['key']) } }),
      )
  }
  router.use('/feeds', (req, res) => nothing(req, res))

  async function answer(req: Request, res: Response, { topic, format }: { topic?: Topic; format: FeedFormat }) {
    const origin = ownOrigin(req, config)
    const key = JSON.stringify(['feed', origin, format, topic])
    const kept = await keptAnswer({ db, pages }, key, async () => {
      const feed = await readFeed(db.reader, { topic, format, origin })
      return feed && { type: `${feedTypes[format]}; charset=utf-8`, body: written(feed, format) }
    })
    if (kept) publicAnswer(req, res, kept)
    else await nothing(req, res)
  }

  async function nothing(req: Request, res: Response): Promise<void> {
    const newsroom = await newsroomName(db.reader)
    publicPage(res, NothingPage({ newsroom, origin: ownOrigin(req, config), path: req.path }), 404)
  }

  return router
}

const written = (feed: Feed, format: FeedFormat) =>
  format === 'atom' ? xmlText(String(AtomFeed(feed))) : jsonFeed(feed)
