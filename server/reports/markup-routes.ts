import { type Request, type Response, Router } from 'express'
import { newSlots } from '../exports/slots.ts'
import { pour } from '../http/pour.ts'
import { ownOrigin } from '../http/security.ts'
import { TooMany } from '../errors.ts'
import type { World } from '../world.ts'
import { claimReviewOfPage } from './claim-review.ts'
import { claimReviewFeed } from './claim-review-feed.ts'
import type { PageCache } from './page-cache.ts'
import { publicFiles } from '../http/public-file.ts'
import { publicHeaders } from '../http/public-reply.ts'
import { newsroomName, checksTag, publishedClaim } from './published.ts'

const mostFeeds = 4
const type = 'application/ld+json; charset=utf-8'

/** The published checks for programs, as ClaimReview: each by itself, and all in one feed. Mounted before sign-ins are looked at. */
export function markupRoutes(world: World, pages: PageCache): Router {
  const router = Router({ strict: true, caseSensitive: true })
  const { db, config } = world
  const slots = newSlots(mostFeeds)
  const answer = publicFiles(world, pages)
  router.use(['/reports', '/claimreview.json'], publicHeaders)

  router.get('/reports/:slug/:claim.jsonld', (req, res) => {
    const { slug, claim } = req.params
    return answer(req, res, {
      names: ['review', slug, claim],
      look: () => publishedClaim(db.reader, slug, claim),
      make: (found, origin) => {
        const review = claimReviewOfPage(found, { origin })
        return review && { type, body: `${JSON.stringify(review)}\n` }
      },
      ending: '.jsonld',
    })
  })

  router.get('/claimreview.json', async (req, res) => {
    res.setHeader('ETag', await checksTag(db.reader))
    if (req.fresh) return void res.status(304).end()
    const giveBack = slots.take()
    if (!giveBack)
      throw new TooMany(10, 'This feed is being sent to several readers already. Try again in a few seconds.')
    try {
      await sendFeed(req, res)
    } finally {
      giveBack()
    }
  })

  async function sendFeed(req: Request, res: Response): Promise<void> {
    res.setHeader('Content-Type', type)
    if (req.method === 'HEAD') return void res.end()
    const site = { newsroom: await newsroomName(db.reader), origin: ownOrigin(req, config) }
    await pour(claimReviewFeed(db.reader, site), res)
  }

  return router
}
