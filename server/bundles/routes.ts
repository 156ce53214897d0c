import { type Request, type Response, Router } from 'express'
import { openSnapshot } from '../../db/open.ts'
import { permit } from '../accounts/permissions.ts'
import { TooMany } from '../errors.ts'
import { newSlots } from '../exports/slots.ts'
import { Nothing } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam } from '../http/params.ts'
import { pour } from '../http/pour.ts'
import { see } from '../http/reply.ts'
import { ownOrigin } from '../http/security.ts'
import { shell } from '../http/shell.ts'
import { readArticle } from '../articles/article.ts'
import { OtherFormatsPage } from '../../views/annotations/other-formats-page.ts'
import { publicReportOf } from '../reports/place.ts'
import type { World } from '../world.ts'
import { deskBundle, recordBundle } from './desk-bundle.ts'

/** Each keeps a snapshot of the database open. */
const mostBundles = 2

/** All the work on an article in one file that can be checked offline, for editors. */
export function bundleRoutes(world: World): Router {
  const { db, config } = world
  const router = Router()
  const slots = newSlots(mostBundles)

  // Downloading is a GET, and no GET writes: so the button sends a form, which is written down and leads to the file.
  router.post('/articles/:id/bundles', (req, res) => {
    const id = idParam(req, 'article')
    return submit(req, res, {
      schema: Nothing,
      act: async () => {
        await recordBundle(world, req.person, id)
        see(res, `/articles/${id}/bundle.zip`)
      },
      again: async (typed) => {
        const article = await readArticle(db.reader, id)
        const report = await publicReportOf(db.reader, id)
        return OtherFormatsPage({ shell: shell(req, res), person: req.person, article, report, typed })
      },
    })
  })

  router.get('/articles/:id/bundle.zip', async (req, res) => {
    permit(req.person, 'bundle.export')
    const { id } = await readArticle(db.reader, idParam(req, 'article'))
    const giveBack = slots.take()
    if (!giveBack) throw new TooMany(10, 'Two bundles are being made already. Wait a few seconds and try again.')
    try {
      res.setHeader('Content-Type', 'application/zip')
      res.setHeader('Content-Disposition', `attachment; filename="stet-article-${id}.zip"`)
      if (req.method !== 'HEAD') await give(req, res, id)
      else res.end()
    } finally {
      giveBack()
    }
  })

  async function give(req: Request, res: Response, articleId: number): Promise<void> {
    const { conn, close } = openSnapshot(db.file)
    try {
      await pour(await deskBundle(conn, { articleId, origin: ownOrigin(req, config) }), res)
    } finally {
      close()
    }
  }

  return router
}
