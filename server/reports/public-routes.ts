import { type NextFunction, type Request, type Response, Router } from 'express'
import { ArticleReportPage } from '../../views/reports/article-report.ts'
import { ClaimReportPage } from '../../views/reports/claim-report.ts'
import { GonePage, NothingPage } from '../../views/reports/gone-page.ts'
import { ClaimLinks, ReportLinks } from '../../views/reports/other-formats.ts'
import { ReportPicture } from '../../views/reports/report-picture.ts'
import { ClaimPicture } from '../../views/reports/claim-picture.ts'
import type { Html } from '../../views/html.ts'
import { publicAnswer, publicHeaders, publicPage } from '../http/public-reply.ts'
import { ownOrigin } from '../http/security.ts'
import type { World } from '../world.ts'
import { type Made, keptAnswer } from './answer.ts'
import { claimReviewOfPage } from './claim-review.ts'
import { canDraw, drawPng } from './draw.ts'
import type { PageCache } from './page-cache.ts'
import type { Lookup } from './public.ts'
import { newsroomName, publishedArticle, publishedClaim } from './published.ts'
import { siteLinks } from '../site/links.ts'
import { topicsOf } from './topics.ts'

/**
 * What readers see, the same for everybody: mounted before sign-ins are looked at, and without the cookies of the request, so that
 * nothing can depend on them.
 */
export function publicReportRoutes(world: World, pages: PageCache): Router {
  const router = Router({ strict: true, caseSensitive: true })
  const { db, config } = world
  router.use('/reports', publicHeaders)

  router.get('/reports/:slug', (req, res) => {
    const { slug } = req.params
    const origin = ownOrigin(req, config)
    const make = async (report: Here<typeof publishedArticle>) => {
      const picture = (await canDraw()) ? report.path + pictureName : undefined
      const site = await siteLinks(db.reader, report.path)
      return page(ArticleReportPage({ report, origin, site, picture, head: ReportLinks(report) }))
    }
    return answer(req, res, { key: [origin, slug], look: () => publishedArticle(db.reader, slug), make })
  })

  router.get(`/reports/:slug${pictureName}`, (req, res) => {
    const { slug } = req.params
    res.setHeader(...shownElsewhere)
    return answer(req, res, {
      key: [slug, pictureName],
      look: () => publishedArticle(db.reader, slug),
      make: (report) => picture(ReportPicture(report)),
      below: pictureName,
    })
  })

  router.get('/reports/:slug/:claim', (req, res) => {
    const { slug, claim: claimSlug } = req.params
    const origin = ownOrigin(req, config)
    const make = async (claim: Here<typeof publishedClaim>) => {
      const picture = (await canDraw()) ? claim.path + pictureName : undefined
      const head = ClaimLinks({ claim, topics: topicsOf(claim) })
      const site = await siteLinks(db.reader, claim.path)
      return page(ClaimReportPage({ claim, origin, site, picture, data: claimReviewOfPage(claim, { origin }), head }))
    }
    return answer(req, res, {
      key: [origin, slug, claimSlug],
      look: () => publishedClaim(db.reader, slug, claimSlug),
      make,
    })
  })

  router.get(`/reports/:slug/:claim${pictureName}`, (req, res) => {
    const { slug, claim } = req.params
    res.setHeader(...shownElsewhere)
    return answer(req, res, {
      key: [slug, claim, pictureName],
      look: () => publishedClaim(db.reader, slug, claim),
      make: (found) => picture(ClaimPicture(found)),
      below: pictureName,
    })
  })

  type Asked<T> = {
    /** What the answer depends on besides the database. */
    key: string[]
    look: () => Promise<Lookup<T>>
    make: (here: T) => Made | Promise<Made | undefined>
    /** What the address has below that of the thing. */
    below?: string
  }

  async function answer<T>(req: Request, res: Response, { key, look, make, below = '' }: Asked<T>): Promise<void> {
    let other: Exclude<Lookup<T>, { here: T }>
    const kept = await keptAnswer({ db, pages }, JSON.stringify(key), async () => {
      const found = await look()
      if (found && 'here' in found) return make(found.here)
      other = found
      return undefined
    })
    if (kept) publicAnswer(req, res, kept)
    else if (!other) await nothing(req, res)
    else if ('movedTo' in other) res.redirect(301, other.movedTo + below)
    else
      publicPage(
        res,
        GonePage({ ...other.gone, origin: ownOrigin(req, config), path: req.path, site: await siteLinks(db.reader) }),
        410,
      )
  }

  async function nothing(req: Request, res: Response): Promise<void> {
    const [newsroom, site] = [await newsroomName(db.reader), await siteLinks(db.reader)]
    publicPage(res, NothingPage({ newsroom, origin: ownOrigin(req, config), path: req.path, site }), 404)
  }

  router.use('/reports', (req, res) => nothing(req, res))
  router.use('/reports', (error: unknown, req: Request, res: Response, next: NextFunction) =>
    // An address that is not well-formed is that of nothing.
    error instanceof URIError ? nothing(req, res) : next(error),
  )
  return router
}

const pictureName = '/share.png'

// Social networks and those who read there show pictures on their own pages.
const shownElsewhere = ['Cross-Origin-Resource-Policy', 'cross-origin'] as const

async function picture(svg: Html): Promise<Made | undefined> {
  const body = await drawPng(String(svg))
  return body && { type: 'image/png', body }
}

const page = (made: Html): Made => ({ type: 'text/html; charset=utf-8', body: String(made) })

type Here<F extends (...args: never[]) => unknown> = Extract<Awaited<ReturnType<F>>, { here: unknown }>['here']
