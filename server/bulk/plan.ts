import type { Conn } from '../../db/conn.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { assignable } from '../accounts/person.ts'
import { readFilter } from '../claims/filter.ts'
import { nextClaims, resolveFilter } from '../claims/list.ts'
import { BadInput } from '../errors.ts'
import { type BulkChange, mostChosen } from './change.ts'
import { type Outcome, outcomeFor } from './outcome.ts'
import { type BulkClaim, bulkClaims } from './store.ts'

export type { BulkClaim } from './store.ts'

/** A claim that would be left as it is, and why. */
export type Left = { claim: BulkClaim; why: string }

type Change = { claim: BulkClaim } & Extract<Outcome, { after: unknown }>

/** What a change would do to each claim; `assignee` is who would get them. */
export type BulkPlan = { changes: Change[]; left: Left[]; assignee: { id: number; name: string } | undefined }

/** Claims that are read at a time, so that other requests have a turn in between. */
const chunk = 250

/** Says what a change would do, and does nothing. Claims that do not exist are passed over. Throws Forbidden, BadInput for somebody who cannot check. */
export async function planBulk(conn: Conn, person: Person, ids: number[], change: BulkChange): Promise<BulkPlan> {
  permitBulk(person, change)
  const assignee = (await assignable(conn)).find(({ id }) => id === change.assignee)
  if (typeof change.assignee === 'number' && !assignee)
    throw new BadInput({ assignee: 'This person cannot check claims. Choose somebody else.' })
  const plan: BulkPlan = { changes: [], left: [], assignee }
  for (let at = 0; at < ids.length; at += chunk) {
    for (const claim of await bulkClaims(conn, ids.slice(at, at + chunk))) {
      const outcome = outcomeFor(person, claim, change)
      if ('why' in outcome) plan.left.push({ claim, why: outcome.why })
      else plan.changes.push({ claim, ...outcome })
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
  return plan
}

/** Throws Forbidden for a change that is not theirs to make on any claim. */
export function permitBulk(person: Person, { assignee, dueOn, priority, addTags, takeTags, move }: BulkChange): void {
  if ([dueOn, priority, addTags, takeTags].some((value) => value !== undefined)) permit(person, 'claim.edit')
  if (move !== undefined) permit(person, 'claim.move')
  permit(person, typeof assignee === 'number' && assignee !== person.id ? 'claim.assign' : 'claim.take')
}

type Asked = { viewer: Person; list: string; today: Date }

/** The claims of a list in its order; or why not all of them can be meant: too many, or a filter that is not understood. */
export async function idsOfList(
  conn: Conn,
  { list, ...asked }: Asked,
): Promise<{ ids: number[] } | { problem: string }> {
  const { filter, problems } = readFilter(Object.fromEntries(new URLSearchParams(list)))
  const resolved = await resolveFilter(conn, filter, asked)
  // What is left out of a filter would make it wider than what somebody meant.
  const [problem] = [...problems, ...resolved.problems]
  if (problem !== undefined) return { problem: `${problem} Choose the claims again.` }
  // One query: each page of a search would search anew.
  const { ids, next } = await nextClaims(conn, resolved.wanted, { after: null, size: mostChosen })
  return next ? { problem: tooMany } : { ids }
}

const tooMany = `More than ${mostChosen.toLocaleString('en')} claims match this filter, and that is the most that can be changed at once. Narrow the list and choose again.`
