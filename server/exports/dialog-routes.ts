import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { type Offer, ExportPage } from '../../views/exports/export-page.ts'
import { type Typed, valueOf } from '../../views/parts/typed.ts'
import { readArticle } from '../articles/article.ts'
import { BadInput } from '../errors.ts'
import { choice, optionalText } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { query } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { recordExport } from './export.ts'
import { fileAddress, readFormFilter } from './request.ts'
import { claimFiles, delimiters, files, variants } from './words.ts'

const lists = ['claims', 'history'] as const
const listOf = (text: string | undefined) => lists.find((list) => list === text) ?? 'claims'

const ExportInput = z.strictObject({
  file: choice(files, 'Choose what is to be in the file.'),
  variant: choice(variants, 'Choose what the file is made for.').default('spreadsheet'),
  delimiter: choice(delimiters, 'Choose what stands between cells.').default('comma'),
  filter: optionalText(),
  of: choice(lists, 'Begin at the list that you want to export.').default('claims'),
})

/** The page where a file is chosen, and what its form does. */
export function dialogRoutes(world: World): Router {
  const router = Router()
  router.get('/exports/new', async (req, res) => {
    const { of, ...named } = query(req)
    const offer = await offerOf(world, listOf(of), new URLSearchParams(named).toString())
    send(res, ExportPage({ shell: shell(req, res), offer, typed: { values: {}, problems: {} } }))
  })
  router.post('/exports', (req, res) => startExport(world, req, res))
  return router
}

// Downloading is a GET, and no GET writes: so the button sends a form, which is written down and leads to the file.
async function startExport(world: World, req: Request, res: Response): Promise<void> {
  await submit(req, res, {
    schema: ExportInput,
    act: async ({ file, variant, delimiter, filter: text }) => {
      const { filter, article } = readFormFilter(file, text ?? '')
      await recordExport(world.db, req.person, { file, variant, filter, article })
      see(res, fileAddress({ file, variant, delimiter, filter }))
    },
    again: async (typed: Typed) => {
      const offer = await offerOf(world, listOf(valueOf(typed, 'of')), valueOf(typed, 'filter'))
      return ExportPage({ shell: shell(req, res), offer, typed })
    },
  })
}

/** Which files there are of a list. A filter of claims means nothing in the history, unless it is an article. */
async function offerOf({ db }: World, list: (typeof lists)[number], text: string): Promise<Offer> {
  if (list === 'history') return { list, files: ['history'], filter: text, article: undefined }
  try {
    const { filter, article } = readFormFilter('claims', text)
    const whole = filter === '' || filter === `article=${article}`
    return {
      list,
      files: whole ? files : claimFiles,
      filter,
      article: article === null ? undefined : await readArticle(db.reader, article),
    }
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    return { list, files: claimFiles, filter: text, article: undefined }
  }
}
