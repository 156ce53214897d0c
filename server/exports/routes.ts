import { type Request, type Response, Router } from 'express'
import { ErrorPage } from '../../views/errors/error-page.ts'
import { query } from '../http/params.ts'
import { pour } from '../http/pour.ts'
import { send } from '../http/reply.ts'
import { ownOrigin } from '../http/security.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { dialogRoutes } from './dialog-routes.ts'
import { csvPieces, xlsxPieces } from './export.ts'
import { articleIn, jsonRoutes } from './json-routes.ts'
import { type Written, fileName, formatOf, readAsked, readWritten } from './request.ts'
import { newSlots } from './slots.ts'
import { type File, files } from './words.ts'

/** Each export keeps a connection and a snapshot of the database open. */
const mostExports = 4

type Kind = 'csv' | 'xlsx'

const types: Record<Kind, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

export function exportRoutes(world: World): Router {
  const router = Router()
  const slots = newSlots(mostExports)
  for (const file of files) {
    for (const kind of ['csv', 'xlsx'] as const) {
      const answer = (req: Request, res: Response) => sendFile({ world, slots, file, kind }, req, res)
      router.get([`/${file}.${kind}`, `/articles/:id/${file}.${kind}`], answer)
    }
  }
  router.use(dialogRoutes(world), jsonRoutes(world))
  return router
}

type Serving = { world: World; slots: ReturnType<typeof newSlots>; file: File; kind: Kind }

async function sendFile({ world, slots, file, kind }: Serving, req: Request, res: Response): Promise<void> {
  const { db, config, log } = world
  const today = db.clock.now()
  const at = today.toISOString()
  const inAddress = await articleIn(db.reader, req)
  const { written, query: named } = kind === 'csv' ? readWritten(query(req)) : asWorkbook(query(req))
  const about = { query: named, article: inAddress, viewer: req.person, today }
  const { contents, filter, article } = await readAsked(db.reader, file, about)
  const giveBack = slots.take()
  if (!giveBack) return refuseFull(req, res)
  try {
    const { variant } = written
    res.setHeader('Content-Type', types[kind])
    const name = fileName({ file, article, variant }, at.slice(0, 10))
    res.setHeader('Content-Disposition', `attachment; filename="${name}"`)
    if (req.method === 'HEAD') return void res.end()
    log.info({ person: req.person.id, file, variant, filter }, 'export')
    const made = { origin: ownOrigin(req, config), at }
    const pieces =
      kind === 'csv' ? csvPieces(db, { contents, made, format: formatOf(written) }) : xlsxPieces(db, { contents, made })
    await pour(pieces, res)
  } finally {
    giveBack()
  }
}

const asWorkbook = (named: Record<string, string>): { written: Written; query: Record<string, string> } => ({
  written: { variant: 'workbook', delimiter: 'comma' },
  query: named,
})

function refuseFull(req: Request, res: Response): void {
  res.setHeader('Retry-After', '10')
  const message = `${mostExports} exports are running already. Wait a few seconds and try again.`
  send(res, ErrorPage({ shell: shell(req, res), title: 'Busy', message }), 503)
}
