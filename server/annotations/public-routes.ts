import { Router } from 'express'
import type { PageCache } from '../reports/page-cache.ts'
import { publicFiles } from '../http/public-file.ts'
import { publishedArticle } from '../reports/published.ts'
import { publicHeaders } from '../http/public-reply.ts'
import type { World } from '../world.ts'
import { annotationCollection, annotationType } from './annotation.ts'
import { publicAnnotations } from './article.ts'

/** The published claims of an article as annotations on it, for everybody; mounted before sign-ins are looked at. */
export function publicAnnotationRoutes(world: World, pages: PageCache): Router {
  const router = Router({ strict: true, caseSensitive: true })
  const answer = publicFiles(world, pages)
  router.use('/reports', publicHeaders)
  router.get('/reports/:slug/annotations.jsonld', (req, res) => {
    const { slug } = req.params
    return answer(req, res, {
      names: ['annotations', slug],
      look: () => publishedArticle(world.db.reader, slug),
      make: (report, origin) => ({
        type: annotationType,
        body: `${JSON.stringify(annotationCollection(publicAnnotations(report, origin)))}\n`,
      }),
      ending: '/annotations.jsonld',
    })
  })
  return router
}
