import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { BulkPage } from '../../views/claims/bulk-page.ts'
import { type Typed, valueOf } from '../../views/parts/typed.ts'
import { permit } from '../accounts/permissions.ts'
import { optionalText, ticked, wholeDate } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { queryLists } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { counted } from '../number.ts'
import { readId } from '../row-id.ts'
import type { World } from '../world.ts'
import { type BulkChange, type Left, changeInBulk, planBulk } from './bulk.ts'
import { peopleFor } from './choices.ts'
import { listAddress, readFilter } from './filter.ts'
import { claimNumber } from './words.ts'

const noClaims = 'Go back to the list and tick the claims that you mean.'
const oneClaim = z
  .string()
  .regex(/^[1-9]\d{0,14}(:\d{1,9})?$/, noClaims)
  .transform((text) => {
    const [id, version] = text.split(':')
    return { id: Number(id), version: Number(version ?? 0) }
  })

/** The claims that were ticked, what shall be done to them, and the list they were ticked in. */
const BulkForm = z
  .strictObject({
    // Each box that is ticked sends one; the page that asks again sends them all in one field.
    claim: z
      .union([z.string(), z.array(z.string())])
      .default('')
      .transform((value) => [value].flat().join(',').split(','))
      .pipe(z.array(oneClaim).max(200, noClaims)),
    assignee: z.string().default(''),
    due: wholeDate(),
    noDue: ticked(),
    list: optionalText(4_000),
  })
  .transform(({ claim, assignee, due, noDue, list }, context) => {
    const change: BulkChange = { assignee: meant(assignee), dueOn: noDue ? null : (due ?? undefined) }
    if (change.assignee === undefined && change.dueOn === undefined)
      context.addIssue({
        code: 'custom',
        path: ['assignee'],
        message: 'Say who gets the claims, or when they are due.',
      })
    return { chosen: claim, change, list }
  })

const meant = (assignee: string) => (assignee === 'none' ? null : readId(assignee))

/** Giving many claims to somebody at once: what would happen, and then that it happens. */
export function bulkRoutes(world: World): Router {
  const router = Router()
  const { db } = world

  router.get('/claims/assignments', async (req, res) => {
    permit(req.person, 'claim.take')
    send(res, await page(req, res, { values: queryLists(req), problems: {} }))
  })

  router.post('/claims/assignments', (req, res) =>
    submit(req, res, {
      schema: BulkForm,
      act: async ({ chosen, change, list }) => {
        const done = await changeInBulk(db, req.person, chosen, change)
        see(res, listAt(list), told(done))
      },
      again: (typed) => page(req, res, typed),
    }),
  )

  async function page(req: Request, res: Response, typed: Typed) {
    const people = await peopleFor(db.reader, req.person, null)
    const read = BulkForm.safeParse(typed.values)
    const back = listAt(valueOf(typed, 'list'))
    const around = { shell: shell(req, res), people, back }
    if (!read.success) return BulkPage({ ...around, typed: { ...typed, problems: problemsOf(read.error) } })
    const { chosen, change } = read.data
    const ids = chosen.map(({ id }) => id)
    return BulkPage({ ...around, typed, plan: await planBulk(db.reader, req.person, ids, change), change })
  }

  return router
}

// The list that was come from, as its own address says it: nothing leads anywhere else.
function listAt(query: string | null): string {
  return listAddress('/claims', readFilter(Object.fromEntries(new URLSearchParams(query ?? ''))).filter)
}

function problemsOf(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map((issue) => [String(issue.path[0] ?? ''), issue.message]))
}

function told({ changed, left }: { changed: number; left: Left[] }): string {
  const done = changed === 0 ? 'Nothing was changed' : `Done for ${counted(changed, 'claim')}`
  if (left.length === 0) return `${done}.`
  const some = left.slice(0, 20).map(({ claim, why }) => `${claimNumber(claim)} ${why}`)
  const more = left.length > some.length ? `, and ${left.length - some.length} more` : ''
  return `${done}. Left alone: ${some.join(', ')}${more}.`
}
