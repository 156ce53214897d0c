import { type Request, type Response, Router } from 'express'
import { NewArticlePage } from '../../views/articles/new-article-page.ts'
import { type Typed, fresh } from '../../views/parts/typed.ts'
import { permit } from '../accounts/permissions.ts'
import { receiveForm } from '../documents/upload.ts'
import { submit, typedValues } from '../http/form.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { usableScales } from '../scales/scale.ts'
import type { World } from '../world.ts'
import { shapedBlocks } from './blocks.ts'
import { readDocument } from './document.ts'
import { NewArticleFields } from './fields.ts'
import { guessLanguage } from './languages.ts'
import { filledIn } from './sent-text.ts'
import { type Known, takeIn } from './take-in.ts'

/** The form that takes an article in: pasted, or out of a file. */
export function takeInRoutes({ db }: World): Router {
  const router = Router()
  const page = async (req: Request, res: Response, typed: Typed, known: Known[] = []) =>
    NewArticlePage({ shell: shell(req, res), scales: await usableScales(db.reader), typed, known })

  router.get('/articles/new', async (req, res) => {
    permit(req.person, 'article.add')
    send(res, await page(req, res, fresh({ kind: 'article' })))
  })

  router.post('/articles', async (req, res) => {
    permit(req.person, 'article.add')
    const file = await receiveForm(req, res)
    const read = file && (await readDocument(file))
    const { body, problem } = filledIn(req.body ?? {}, read)
    req.body = body
    await submit(req, res, {
      schema: NewArticleFields(problem),
      act: async ({ file: _name, shape, language, ...input }) => {
        const blocks = shapedBlocks(input.text, shape)
        const article = { ...input, language: language ?? guessLanguage(input.text), blocks }
        const taken = await takeIn(db, req.person, article)
        if ('articleId' in taken) return see(res, `/articles/${taken.articleId}`, 'Taken in. The text is frozen now.')
        send(res, await page(req, res, { values: typedValues(req), problems: {} }, taken.known), 409)
      },
      again: (typed) => page(req, res, typed),
    })
  })

  return router
}
