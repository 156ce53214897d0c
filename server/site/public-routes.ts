import { type Request, Router } from 'express'
import { NothingPage } from '../../views/reports/gone-page.ts'
import { FrontPage } from '../../views/site/front-page.ts'
import { WrittenPage } from '../../views/site/written-page.ts'
import type { Html } from '../../views/html.ts'
import { query } from '../http/params.ts'
import { publicAnswer, publicHeaders, publicPage } from '../http/public-reply.ts'
import { ownOrigin } from '../http/security.ts'
import { maySignIn } from '../http/session.ts'
import { keptAnswer } from '../reports/answer.ts'
import type { PageCache } from '../reports/page-cache.ts'
import { publicFacets } from '../reports/public-facets.ts'
import { newsroomName } from '../reports/published.ts'
import type { World } from '../world.ts'
import { readFront } from './filter.ts'
import { type Facets, frontPage } from './front.ts'
import { siteLinks } from './links.ts'
import { readSitePage } from './page.ts'
import { sitePageKeys, sitePageWords } from './words.ts'

/** What visitors find while the site is switched on, the same for everybody: mounted before sign-ins are looked at. */
export function publicSiteRoutes({ db, config }: World, pages: PageCache): Router {
  const router = Router({ strict: true, caseSensitive: true })

  // Who has a sign-in comes to the desk.
  router.get('/', async (req, res, next) => {
    if (maySignIn(req)) return next()
    const filter = readFront(query(req))
    const kept = await keep(req, ['front', filter], async (origin) => {
      const site = await siteLinks(db.reader)
      if (!site.isOn) return undefined
      return FrontPage({ front: await frontPage(db.reader, filter, await facets()), site, origin })
    })
    if (!kept) return next()
    publicHeaders(req, res, () => undefined)
    res.setHeader('Vary', 'Cookie')
    publicAnswer(req, res, kept)
  })

  for (const key of sitePageKeys) {
    const { path } = sitePageWords[key]
    router.get(path, publicHeaders, async (req, res) => {
      const kept = await keep(req, ['page', key], async (origin) => {
        const [site, page] = [await siteLinks(db.reader), await readSitePage(db.reader, key)]
        if (!site.isOn || page.text === '') return undefined
        return WrittenPage({ newsroom: await newsroomName(db.reader), page, site, origin })
      })
      if (kept) publicAnswer(req, res, kept)
      else publicPage(res, await nothing(req), 404)
    })
  }

  // The same whatever is looked for, and with many checks most of the work.
  const facets = async (): Promise<Facets> => {
    const kept = await keptAnswer({ db, pages }, JSON.stringify(['facets']), async () => ({
      type: 'application/json',
      body: JSON.stringify(await publicFacets(db.reader)),
    }))
    // Written as such just above.
    return JSON.parse(String(kept?.body)) as Facets
  }

  const keep = (req: Request, key: unknown[], make: (origin: string) => Promise<Html | undefined>) => {
    const origin = ownOrigin(req, config)
    return keptAnswer({ db, pages }, JSON.stringify([origin, ...key]), async () => {
      const page = await make(origin)
      return page && { type: 'text/html; charset=utf-8', body: String(page) }
    })
  }

  const nothing = async (req: Request) =>
    NothingPage({
      newsroom: await newsroomName(db.reader),
      origin: ownOrigin(req, config),
      path: req.path,
      site: await siteLinks(db.reader),
    })

  return router
}
