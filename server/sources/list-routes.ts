import { Router } from 'express'
import { z } from 'zod'
import { ErrorPage } from '../../views/errors/error-page.ts'
import { SourceListPage } from '../../views/sources/source-list-page.ts'
import { csvVariants } from '../exports/words.ts'
import { choice, optionalText } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { query } from '../http/params.ts'
import { pour } from '../http/pour.ts'
import { see, send, sendJson } from '../http/reply.ts'
import { ownOrigin } from '../http/security.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { fileAddress, recordSourceExport, sourceCsv } from './file.ts'
import { readFilter } from './filter.ts'
import { addersOf, asJson, listSources } from './list.ts'

const ExportInput = z.strictObject({
  variant: choice(csvVariants, 'Choose one of the variants.').default('spreadsheet'),
  filter: optionalText(),
})

/** The list of sources, and the same rows as JSON and CSV. */
export function sourceListRoutes({ db, config, log }: World): Router {
  const router = Router()

  router.get('/sources', async (req, res) => {
    const filter = readFilter(query(req))
    const page = await listSources(db.reader, req.person, filter)
    const people = await addersOf(db.reader, req.person)
    send(res, SourceListPage({ shell: shell(req, res), person: req.person, filter, page, people }))
  })

  router.get('/sources.json', async (req, res) => {
    const filter = readFilter(query(req))
    sendJson(res, asJson(await listSources(db.reader, req.person, filter), filter))
  })

  router.get('/sources.csv', async (req, res) => {
    const variant = query(req).variant === 'raw' ? 'raw' : 'spreadsheet'
    const at = db.clock.now().toISOString()
    res.setHeader('Content-Type', 'text/csv; charset=utf-8')
    res.setHeader('Content-Disposition', `attachment; filename="stet-sources-${at.slice(0, 10)}.csv"`)
    if (req.method === 'HEAD') return void res.end()
    log.info({ person: req.person.id, file: 'sources', variant }, 'export')
    const filter = readFilter(query(req))
    await pour(sourceCsv(db.reader, { filter, variant, origin: ownOrigin(req, config), at }), res)
  })

  // Downloading is a GET, and no GET writes: the button sends this form, which is written down and leads to the file.
  router.post('/sources/export', (req, res) =>
    submit(req, res, {
      schema: ExportInput,
      act: async ({ variant, filter: text }) => {
        const wanted = { variant, filter: readFilter(Object.fromEntries(new URLSearchParams(text ?? ''))) }
        await recordSourceExport(db, req.person, wanted)
        see(res, fileAddress(wanted))
      },
      again: () =>
        ErrorPage({
          shell: shell(req, res),
          title: 'Not exported',
          message: 'This form was not understood. Go back to the list and press “Export CSV” again.',
        }),
    }),
  )

  return router
}
