import { Router } from 'express'
import { z } from 'zod'
import { SignOffPage } from '../../views/articles/sign-off-page.ts'
import { fresh } from '../../views/parts/typed.ts'
import { permit } from '../accounts/permissions.ts'
import { Nothing, optionalText } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { readArticle } from './article.ts'
import { signOff, takeSignOffBack } from './sign-off.ts'

const Waiver = z.strictObject({ waiver: optionalText(500) })

/** Signing an article off, and taking that back. */
export function signOffRoutes({ db }: World): Router {
  const router = Router()

  router.get('/articles/:id/sign-off', async (req, res) => {
    permit(req.person, 'article.signOff')
    const article = await readArticle(db.reader, idParam(req, 'article'))
    send(res, SignOffPage({ shell: shell(req, res), person: req.person, article, typed: fresh() }))
  })

  router.post('/articles/:id/sign-off', async (req, res) => {
    permit(req.person, 'article.signOff')
    const { id: articleId } = await readArticle(db.reader, idParam(req, 'article'))
    await submit(req, res, {
      schema: Waiver,
      act: async ({ waiver }) => {
        await signOff(db, req.person, { articleId, waiver })
        see(res, `/articles/${articleId}`, 'The article is signed off.')
      },
      again: async (typed) => {
        const article = await readArticle(db.reader, articleId)
        return SignOffPage({ shell: shell(req, res), person: req.person, article, typed })
      },
    })
  })

  router.post('/articles/:id/sign-off/withdrawal', async (req, res) => {
    permit(req.person, 'article.signOff')
    const { id: articleId } = await readArticle(db.reader, idParam(req, 'article'))
    await submit(req, res, {
      schema: Nothing,
      act: async () => {
        await takeSignOffBack(db, req.person, articleId)
        see(res, `/articles/${articleId}`, 'The sign-off is taken back.')
      },
      again: async (typed) => {
        const article = await readArticle(db.reader, articleId)
        return SignOffPage({ shell: shell(req, res), person: req.person, article, typed })
      },
    })
  })

  return router
}
