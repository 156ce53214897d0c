import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { AccountPage } from '../../views/bulk/account-page.ts'
import { BulkListPage } from '../../views/bulk/bulk-list-page.ts'
import { BulkProgress } from '../../views/bulk/bulk-progress.ts'
import { PlanPage } from '../../views/bulk/plan-page.ts'
import { type Typed, fresh, valueOf } from '../../views/parts/typed.ts'
import { can, permit } from '../accounts/permissions.ts'
import { listPeople } from '../accounts/person.ts'
import { peopleFor } from '../claims/choices.ts'
import { filterIn, listAddress } from '../claims/filter.ts'
import { Nothing } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam, query, queryLists } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { counted } from '../values/count.ts'
import { readId } from '../values/row-id.ts'
import type { World } from '../world.ts'
import { accountOf, listBulks, readBulk } from './account.ts'
import { changeInBulk } from './bulk.ts'
import { BulkForm } from './fields.ts'
import { idsOfList, planBulk } from './plan.ts'
import { undoBulk } from './undo.ts'

/** Changing many claims at once: what would happen, that it happens, what became of them, and undoing it. */
export function bulkRoutes(world: World): Router {
  const router = Router()
  const { db } = world

  router.get('/claims/changes', async (req, res) => {
    const before = readId(query(req).before ?? '')
    const names = await namesOfPeople()
    send(res, BulkListPage({ shell: shell(req, res), before, names, ...(await listBulks(db.reader, before)) }))
  })

  router.get('/claims/changes/new', async (req, res) => {
    permit(req.person, 'claim.take')
    send(res, await plan(req, res, { values: queryLists(req), problems: {} }))
  })

  router.post('/claims/changes', (req, res) =>
    submit(req, res, {
      schema: BulkForm,
      act: async ({ chosen, change, list }) => {
        const { id, isDone } = await changeInBulk(db, req.person, { chosen, change, list })
        see(
          res,
          `/claims/changes/${id}`,
          isDone ? undefined : 'Confirmed. The claims are being changed; you can go on working.',
        )
      },
      again: (typed) => plan(req, res, typed),
    }),
  )

  router.get('/claims/changes/:id', async (req, res) => {
    send(res, await account(req, res, fresh()))
  })

  router.get('/claims/changes/:id/progress', async (req, res) => {
    const bulk = await readBulk(db.reader, idParam(req, 'change'))
    // When it ends, the page has more to show than this.
    if (bulk.state === 'finished' || bulk.state === 'undone') res.setHeader('HX-Refresh', 'true')
    send(res, BulkProgress(bulk))
  })

  router.post('/claims/changes/:id/undoing', (req, res) => {
    const id = idParam(req, 'change')
    return submit(req, res, {
      schema: Nothing,
      act: async () => {
        const { state, restored, kept } = await undoBulk(db, req.person, id)
        const done = `${counted(restored, 'claim')} put back as ${restored === 1 ? 'it was' : 'they were'}${kept === 0 ? '' : `, ${kept} kept`}.`
        see(res, `/claims/changes/${id}`, state === 'undone' ? done : 'It is being undone.')
      },
      again: (typed) => account(req, res, typed),
    })
  })

  async function plan(req: Request, res: Response, typed: Typed) {
    const people = await peopleFor(db.reader, req.person, null)
    const back = listAddress('/claims', filterIn(valueOf(typed, 'list')))
    const around = { shell: shell(req, res), people, back }
    const read = BulkForm.safeParse(typed.values)
    if (!read.success) {
      const problems = { ...problemsOf(read.error), ...typed.problems }
      return PlanPage({ ...around, typed: { ...typed, problems } })
    }
    const { chosen, all, change } = read.data
    const asked = { viewer: req.person, list: valueOf(typed, 'list'), today: db.clock.now() }
    const meant = all ? await idsOfList(db.reader, asked) : { ids: chosen.map(({ id }) => id) }
    if ('problem' in meant) return PlanPage({ ...around, typed: { ...typed, problems: { claim: meant.problem } } })
    return PlanPage({ ...around, typed, plan: await planBulk(db.reader, req.person, meant.ids, change), change })
  }

  async function account(req: Request, res: Response, typed: Typed) {
    const bulk = await readBulk(db.reader, idParam(req, 'change'))
    const after = readId(query(req).after ?? '') ?? 0
    return AccountPage({
      shell: shell(req, res),
      bulk,
      after,
      account: await accountOf(db.reader, bulk.id, after),
      names: await namesOfPeople(),
      // What a list is narrowed by may tell of evidence that not everybody sees.
      back: can(req.person, 'source.seeConfidential') ? listAddress('/claims', filterIn(bulk.list)) : '/claims',
      mayUndo: can(req.person, 'bulk.undo', bulk),
      typed,
    })
  }

  const namesOfPeople = async () => new Map((await listPeople(db.reader)).map(({ id, name }) => [id, name]))

  return router
}

function problemsOf(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map((issue) => [String(issue.path[0] ?? ''), issue.message]))
}
