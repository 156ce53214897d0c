import { Router } from 'express'
import { EditArticlePage } from '../../views/articles/edit-article-page.ts'
import { fresh } from '../../views/parts/typed.ts'
import { permit } from '../accounts/permissions.ts'
import { submit } from '../http/form.ts'
import { idParam } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { usableScales } from '../scales/scale.ts'
import type { World } from '../world.ts'
import { readArticle } from './article.ts'
import { articleValues, editArticle } from './edit.ts'
import { DetailFields } from './fields.ts'

/** The form for what is known about an article besides its text. */
export function articleEditRoutes({ db }: World): Router {
  const router = Router()

  router.get('/articles/:id/edit', async (req, res) => {
    permit(req.person, 'article.edit')
    const article = await readArticle(db.reader, idParam(req, 'article'))
    const scales = await usableScales(db.reader, article.scale)
    send(res, EditArticlePage({ shell: shell(req, res), article, scales, typed: fresh(articleValues(article)) }))
  })

  router.post('/articles/:id', async (req, res) => {
    permit(req.person, 'article.edit')
    const article = await readArticle(db.reader, idParam(req, 'article'))
    await submit(req, res, {
      schema: DetailFields,
      act: async (input) => {
        await editArticle(db, req.person, { id: article.id, ...input })
        see(res, `/articles/${article.id}`, 'Saved.')
      },
      again: async (typed) => {
        const scales = await usableScales(db.reader, article.scale)
        return EditArticlePage({ shell: shell(req, res), article, scales, typed })
      },
    })
  })

  return router
}
