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
import { shapeOf, shapedBlocks } from './blocks.ts'
import { type ReadFile, readDocument } from './document.ts'
import { NewArticleFields } from './fields.ts'
import { guessLanguage } from './languages.ts'
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

type Body = Record<string, string | string[]>

const bothGiven =
  'There is a text in the field and a file with another one. Empty the field to take the file, or send the form without a file.'

// What the file holds goes where it could have been typed, so that whatever else is wrong with the form, it is still there.
function filledIn(body: Body, read: ReadFile | undefined): { body: Body; problem?: string } {
  if (!read) return { body }
  if ('problem' in read) return { body, problem: read.problem }
  const isEmpty = (name: string) => String(body[name] ?? '').trim() === ''
  if (!isEmpty('text') && String(body.text).replaceAll(/\r\n?/g, '\n') !== read.text)
    return { body, problem: bothGiven }
  const guesses = Object.entries(read.guesses).filter(([name]) => isEmpty(name))
  const isPlain = read.blocks.every(({ kind }) => kind === 'paragraph')
  const shape = isPlain ? '' : shapeOf(read.blocks)
  return { body: { ...body, ...Object.fromEntries(guesses), text: read.text, shape } }
}
