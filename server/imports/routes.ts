import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { ImportPage } from '../../views/imports/import-page.ts'
import { ImportsPage } from '../../views/imports/imports-page.ts'
import { NewImportPage } from '../../views/imports/new-import-page.ts'
import { Progress } from '../../views/imports/progress.ts'
import { type Typed, fresh } from '../../views/parts/typed.ts'
import { permit } from '../accounts/permissions.ts'
import { receiveForm } from '../documents/upload.ts'
import { Nothing, version } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam, query } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { readId } from '../values/row-id.ts'
import type { World } from '../world.ts'
import { beginImport, mostBytes } from './begin.ts'
import { beginFetched } from './fetched.ts'
import { AddressForm, FileForm, OwnForm, PlanForm, ReviewForm, planOf, reviewPlanOf } from './fields.ts'
import {
  type Import,
  changePlan,
  listImports,
  ourRatings,
  readImport,
  startImport,
  twinOf,
  undoImport,
  whyNot,
} from './import.ts'
import { madeRows } from './made.ts'
import { type Plan, ownPlan } from './plan.ts'
import { goOn, stoppedBy } from './stopped.ts'

const Confirmed = z.strictObject({ version: version() })

/** Files that are taken in: sent, read as they should be, looked at, confirmed, and undone. */
export function importRoutes({ db, fetching }: World): Router {
  const router = Router()

  router.get('/imports', async (req, res) => {
    permit(req.person, 'import.run')
    const before = readId(query(req).before ?? '')
    send(res, ImportsPage({ shell: shell(req, res), before, ...(await listImports(db.reader, before)) }))
  })

  router.get('/imports/new', (req, res) => {
    permit(req.person, 'import.run')
    send(res, NewImportPage({ shell: shell(req, res), typed: fresh() }))
  })

  router.post('/imports', async (req, res) => {
    permit(req.person, 'import.run')
    const file = await receiveForm(req, res, { most: mostBytes })
    const problem = file?.isTooLarge
      ? 'This file is larger than 100 MB. Split it into several.'
      : file
        ? undefined
        : 'Choose a file.'
    await submit(req, res, {
      schema: FileForm(problem),
      act: async () => {
        if (file) see(res, `/imports/${await beginImport(db, req.person, file)}`)
      },
      again: (typed) => NewImportPage({ shell: shell(req, res), typed }),
    })
  })

  router.post('/imports/fetch', async (req, res) => {
    permit(req.person, 'import.run')
    // A file that was chosen too waits for the form to be sent.
    await receiveForm(req, res, { most: mostBytes })
    await submit(req, res, {
      schema: AddressForm,
      act: async ({ address }) =>
        see(res, `/imports/${await beginFetched({ db, fetching }, req.person, address ?? '')}`),
      again: (typed) => NewImportPage({ shell: shell(req, res), typed }),
    })
  })

  router.get('/imports/:id', async (req, res) => {
    permit(req.person, 'import.run')
    send(res, await page(req, res, await readImport(db.reader, idParam(req, 'import'))))
  })

  router.get('/imports/:id/progress', async (req, res) => {
    permit(req.person, 'import.run')
    const found = await readImport(db.reader, idParam(req, 'import'))
    // When it ends, the page has more to show than this.
    if (found.state === 'finished' || found.state === 'undone') res.setHeader('HX-Refresh', 'true')
    send(res, Progress({ found, stopped: await stoppedBy(db.reader, found) }))
  })

  router.post('/imports/:id/plan', async (req, res) => {
    permit(req.person, 'import.run')
    const found = await readImport(db.reader, idParam(req, 'import'))
    const again = (typed: Typed) => page(req, res, found, typed)
    const change = async (seen: number, plan: Plan) => {
      await changePlan(db, req.person, { id: found.id, version: seen, plan })
      see(res, `/imports/${found.id}`, 'Read anew. Nothing is taken in yet.')
    }
    if (found.format === 'table')
      return submit(req, res, {
        schema: PlanForm(found),
        act: async (input) => change(input.version, planOf(input, found, await ourRatings(db.reader))),
        again,
      })
    if (found.format === 'claim_review')
      return submit(req, res, {
        schema: ReviewForm,
        act: (input) => change(input.version, reviewPlanOf(input, found.plan)),
        again,
      })
    return submit(req, res, { schema: OwnForm, act: (input) => change(input.version, ownPlan(input)), again })
  })

  router.post('/imports/:id/start', async (req, res) => {
    permit(req.person, 'import.run')
    const found = await readImport(db.reader, idParam(req, 'import'))
    await submit(req, res, {
      schema: Confirmed,
      act: async (confirmed) => {
        await startImport(db, req.person, { id: found.id, ...confirmed })
        see(res, `/imports/${found.id}`, 'Confirmed. The rows are taken in now; you can go on working.')
      },
      again: ({ problems }) =>
        page(req, res, found, { values: {}, problems: { '': Object.values(problems).join(' ') } }),
    })
  })

  router.post('/imports/:id/going-on', async (req, res) => {
    permit(req.person, 'import.run')
    const found = await readImport(db.reader, idParam(req, 'import'))
    await submit(req, res, {
      schema: Nothing,
      act: async () => {
        await goOn(db, req.person, found.id)
        see(res, `/imports/${found.id}`, 'It goes on from where it stopped.')
      },
      again: (typed) => page(req, res, found, typed),
    })
  })

  router.post('/imports/:id/undoing', async (req, res) => {
    permit(req.person, 'import.run')
    const found = await readImport(db.reader, idParam(req, 'import'))
    await submit(req, res, {
      schema: Nothing,
      act: async () => {
        await undoImport(db, req.person, found.id)
        see(res, `/imports/${found.id}`, 'It is being undone.')
      },
      again: (typed) => page(req, res, found, typed),
    })
  })

  async function page(req: Request, res: Response, found: Import, typed?: Typed) {
    const after = readId(query(req).after ?? '') ?? 0
    const made = await madeRows(db.reader, found, after)
    const known = {
      ratings: await ourRatings(db.reader),
      twin: await twinOf(db.reader, found),
      whyNot: whyNot(found),
      made,
      stopped: await stoppedBy(db.reader, found),
    }
    return ImportPage({ shell: shell(req, res), found, typed, ...known })
  }
  return router
}
