import { type NextFunction, type Request, type Response, Router } from 'express'
import { ArticleReportPage } from '../../views/reports/article-report.ts'
import { ClaimReportPage } from '../../views/reports/claim-report.ts'
import { GonePage, NothingPage } from '../../views/reports/gone-page.ts'
import { ClaimLinks, ReportLinks } from '../../views/reports/other-formats.ts'
import type { Html } from '../../views/html.ts'
import { publicAnswer, publicHeaders, publicPage } from '../http/public-reply.ts'
import { ownOrigin } from '../http/security.ts'
import type { World } from '../world.ts'
import { keptAnswer } from './answer.ts'
import { claimReviewOfPage } from './claim-review.ts'
import type { PageCache } from './page-cache.ts'
import type { Lookup } from './public.ts'
import { newsroomName, publishedArticle, publishedClaim } from './published.ts'
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
    const make = (report: Here<typeof publishedArticle>, origin: string) =>
      ArticleReportPage({ report, origin, head: ReportLinks(report) })
    return answer(req, res, { names: [slug], look: () => publishedArticle(db.reader, slug), make })
  })

  router.get('/reports/:slug/:claim', (req, res) => {
    const { slug, claim } = req.params
    const make = (found: Here<typeof publishedClaim>, origin: string) =>
      ClaimReportPage({
        claim: found,
        origin,
        picture: undefined,
        data: claimReviewOfPage(found, { origin }),
        head: ClaimLinks({ claim: found, topics: topicsOf(found) }),
      })
    return answer(req, res, { names: [slug, claim], look: () => publishedClaim(db.reader, slug, claim), make })
  })

  type Asked<T> = { names: string[]; look: () => Promise<Lookup<T>>; make: (here: T, origin: string) => Html }

  async function answer<T>(req: Request, res: Response, { names, look, make }: Asked<T>): Promise<void> {
    const origin = ownOrigin(req, config)
    let other: Exclude<Lookup<T>, { here: T }>
    const kept = await keptAnswer({ db, pages }, JSON.stringify([origin, ...names]), async () => {
      const found = await look()
      if (found && 'here' in found) return { type: 'text/html; charset=utf-8', body: String(make(found.here, origin)) }
      other = found
      return undefined
    })
    if (kept) publicAnswer(req, res, kept)
    else if (!other) await nothing(req, res)
    else if ('movedTo' in other) res.redirect(301, other.movedTo)
    else publicPage(res, GonePage({ ...other.gone, origin, path: req.path }), 410)
  }

  async function nothing(req: Request, res: Response): Promise<void> {
    const newsroom = await newsroomName(db.reader)
    publicPage(res, NothingPage({ newsroom, origin: ownOrigin(req, config), path: req.path }), 404)
  }

  router.use('/reports', (req, res) => nothing(req, res))
  router.use('/reports', (error: unknown, req: Request, res: Response, next: NextFunction) =>
    // An address that is not well-formed is that of nothing.
    error instanceof URIError ? nothing(req, res) : next(error),
  )
  return router
}

type Here<F extends (...args: never[]) => unknown> = Extract<Awaited<ReturnType<F>>, { here: unknown }>['here']
