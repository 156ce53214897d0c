import { type Request, type Response, Router } from 'express'
import { OtherFormatsPage } from '../../views/annotations/other-formats-page.ts'
import { fresh } from '../../views/parts/typed.ts'
import { readArticle } from '../articles/article.ts'
import { Nothing } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { ownOrigin } from '../http/security.ts'
import { shell } from '../http/shell.ts'
import { publicReportOf } from '../reports/place.ts'
import type { World } from '../world.ts'
import { annotationCollection, annotationType } from './annotation.ts'
import { deskAnnotations, recordAnnotations } from './article.ts'

/** All claims of an article as annotations on it, for signed-in people. */
export function annotationRoutes({ db, config }: World): Router {
  const router = Router()

  async function page(req: Request, res: Response, typed = fresh()) {
    const article = await readArticle(db.reader, idParam(req, 'article'))
    const report = await publicReportOf(db.reader, article.id)
    return OtherFormatsPage({ shell: shell(req, res), person: req.person, article, report, typed })
  }

  router.get('/articles/:id/formats', async (req, res) => send(res, await page(req, res)))

  // Downloading is a GET, and no GET writes: so the button sends a form, which is written down and leads to the file.
  router.post('/articles/:id/annotations', (req, res) => {
    const id = idParam(req, 'article')
    return submit(req, res, {
      schema: Nothing,
      act: async () => {
        await recordAnnotations(db, req.person, id)
        see(res, `/articles/${id}/annotations.jsonld`)
      },
      again: (typed) => page(req, res, typed),
    })
  })

  router.get('/articles/:id/annotations.jsonld', async (req, res) => {
    const id = idParam(req, 'article')
    const body = annotationCollection(await deskAnnotations(db.reader, id, ownOrigin(req, config)))
    res.setHeader('Content-Type', annotationType)
    res.setHeader('Content-Disposition', `attachment; filename="stet-article-${id}.jsonld"`)
    res.end(req.method === 'HEAD' ? undefined : `${JSON.stringify(body)}\n`)
  })

  return router
}
