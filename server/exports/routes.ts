import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { ErrorPage } from '../../views/errors/error-page.ts'
import { ExportPage } from '../../views/exports/export-page.ts'
import { valueOf } from '../../views/parts/typed.ts'
import { filterQuery } from '../claims/filter.ts'
import { choice, optionalText } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { query } from '../http/params.ts'
import { pour } from '../http/pour.ts'
import { see, send } from '../http/reply.ts'
import { ownOrigin } from '../http/security.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { csvPieces, recordExport } from './export.ts'
import { articleIn, jsonRoutes } from './json-routes.ts'
import { fileAddress, fileName, formatOf, readFormFilter, readRequest } from './request.ts'
import { newSlots } from './slots.ts'
import { type File, delimiters, files, variants } from './words.ts'

/** Each export keeps a connection and a snapshot of the database open. */
const mostExports = 4

export function exportRoutes(world: World): Router {
  const router = Router()
  const slots = newSlots(mostExports)
  for (const file of files) {
    const csv = (req: Request, res: Response) => sendCsv({ world, slots, file }, req, res)
    router.get([`/${file}.csv`, `/articles/:id/${file}.csv`], csv)
  }
  router.post('/exports', (req, res) => startExport(world, req, res))
  router.use(jsonRoutes(world))
  return router
}

const ExportInput = z.strictObject({
  file: choice(files, 'Choose claims or evidence.'),
  variant: choice(variants, 'Choose one of the variants.').default('spreadsheet'),
  delimiter: choice(delimiters, 'Choose what stands between cells.').default('comma'),
  filter: optionalText(),
})

// Downloading is a GET, and no GET writes: so the button sends a form, which is written down and leads to the file.
async function startExport({ db }: World, req: Request, res: Response): Promise<void> {
  await submit(req, res, {
    schema: ExportInput,
    act: async ({ filter: text, ...chosen }) => {
      const filter = readFormFilter(text ?? '')
      await recordExport(db, req.person, { ...chosen, filter })
      see(res, fileAddress({ ...chosen, filter }))
    },
    again: (typed) => {
      const file = valueOf(typed, 'file') === 'evidence' ? 'evidence' : 'claims'
      return ExportPage({ shell: shell(req, res), file, filter: valueOf(typed, 'filter'), typed })
    },
  })
}

type Serving = { world: World; slots: ReturnType<typeof newSlots>; file: File }

async function sendCsv({ world, slots, file }: Serving, req: Request, res: Response): Promise<void> {
  const { db, config, log } = world
  const today = db.clock.now()
  const article = await articleIn(db.reader, req)
  const asked = await readRequest(db.reader, { file, query: query(req), article, viewer: req.person, today })
  const giveBack = slots.take()
  if (!giveBack) return refuseFull(req, res)
  try {
    const at = today.toISOString()
    res.setHeader('Content-Type', 'text/csv; charset=utf-8')
    res.setHeader('Content-Disposition', `attachment; filename="${fileName(asked, at.slice(0, 10))}"`)
    if (req.method === 'HEAD') return void res.end()
    log.info({ person: req.person.id, file, variant: asked.variant, filter: filterQuery(asked.filter) }, 'export')
    const made = { origin: ownOrigin(req, config), at }
    await pour(csvPieces(db, { file, wanted: asked.wanted, made, format: formatOf(asked) }), res)
  } finally {
    giveBack()
  }
}

function refuseFull(req: Request, res: Response): void {
  res.setHeader('Retry-After', '10')
  const message = `${mostExports} exports are running already. Wait a few seconds and try again.`
  send(res, ErrorPage({ shell: shell(req, res), title: 'Busy', message }), 503)
}
