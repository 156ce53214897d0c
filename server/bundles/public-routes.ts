import { type Response, Router } from 'express'
import { NothingPage } from '../../views/reports/gone-page.ts'
import { openSnapshot } from '../../db/open.ts'
import { TooMany } from '../errors.ts'
import { newSlots } from '../exports/slots.ts'
import { newInclusion } from '../history/inclusion.ts'
import { pour } from '../http/pour.ts'
import { publicHeaders, publicPage } from '../http/public-reply.ts'
import { ownOrigin } from '../http/security.ts'
import type { PublicReport } from '../reports/public.ts'
import { newsroomName, publishedArticle } from '../reports/published.ts'
import type { World } from '../world.ts'
import { publicBundle } from './public-bundle.ts'

/** Each keeps a snapshot of the database open. */
const mostBundles = 8

/** All that is public of an article in one file that can be checked offline; mounted before sign-ins are looked at. */
export function publicBundleRoutes({ db, config }: World): Router {
  const router = Router({ strict: true, caseSensitive: true })
  const slots = newSlots(mostBundles)
  const inclusion = newInclusion()
  router.use('/reports', publicHeaders)

  router.get('/reports/:slug/bundle.zip', async (req, res) => {
    const found = await publishedArticle(db.reader, req.params.slug)
    const origin = ownOrigin(req, config)
    if (found && 'movedTo' in found) return res.redirect(301, `${found.movedTo}/bundle.zip`)
    if (!found || 'gone' in found) {
      const newsroom = await newsroomName(db.reader)
      return publicPage(res, NothingPage({ newsroom, origin, path: req.path }), found ? 410 : 404)
    }
    await give(res, found.here, origin)
  })

  async function give(res: Response, { slug }: PublicReport, origin: string): Promise<void> {
    const giveBack = slots.take()
    if (!giveBack) throw new TooMany(10, 'This is being sent to several readers already. Try again in a few seconds.')
    const { conn, close } = openSnapshot(db.file)
    try {
      const found = await publishedArticle(conn, slug)
      if (!found || !('here' in found)) return void res.status(410).end()
      res.setHeader('Content-Type', 'application/zip')
      res.setHeader('Content-Disposition', `attachment; filename="stet-report-${found.here.key}.zip"`)
      if (res.req.method === 'HEAD') return void res.end()
      await pour(await publicBundle(conn, { report: found.here, origin, inclusion }), res)
    } finally {
      close()
      giveBack()
    }
  }

  return router
}
