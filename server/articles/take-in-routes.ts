import { type Request, type Response, Router } from 'express'
import { NewArticlePage } from '../../views/articles/new-article-page.ts'
import { type Typed, fresh } from '../../views/parts/typed.ts'
import { permit } from '../accounts/permissions.ts'
import { receiveForm } from '../documents/upload.ts'
import { BadInput } from '../errors.ts'
import { submit, typedValues } from '../http/form.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { usableScales } from '../scales/scale.ts'
import type { World } from '../world.ts'
import { shapedBlocks } from './blocks.ts'
import { type ReadFile, readDocument } from './document.ts'
import { fetchText } from './fetched.ts'
import { NewArticleFields, ToFetch, textLimit } from './fields.ts'
import { guessLanguage } from './languages.ts'
import { filledIn } from './sent-text.ts'
import { type Known, takeIn } from './take-in.ts'

/** The form that takes an article in: pasted, out of a file, or fetched by its address. */
export function takeInRoutes({ db, fetching }: World): Router {
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

  router.post('/articles/fetch', async (req, res) => {
    permit(req.person, 'article.add')
    // A file that was chosen too waits for the form to be sent.
    await receiveForm(req, res)
    await submit(req, res, {
      schema: ToFetch,
      act: async ({ url }) => {
        req.body = withText(req.body ?? {}, await fetchText(fetching, req.person, url))
        send(res, await page(req, res, { values: typedValues(req), problems: {}, notice: fetched }))
      },
      again: (typed) => page(req, res, typed),
    })
  })

  return router
}

const fetched = 'The text is fetched, and nothing is saved yet. Check it and what was filled in, then take it in.'
const isTyped = 'There is another text in the field below. Empty it to take the one of this page.'
const isTooLong = `The text there is longer than the ${textLimit.toLocaleString('en')} characters of an article. Paste the part that is to be checked.`

// Nothing that somebody has typed gives way to what was fetched.
function withText(body: Record<string, string | string[]>, read: ReadFile) {
  if ('problem' in read) throw new BadInput({ url: read.problem })
  if (read.text.length > textLimit) throw new BadInput({ url: isTooLong })
  const filled = filledIn(body, read)
  if (filled.problem) throw new BadInput({ url: isTyped })
  return filled.body
}
