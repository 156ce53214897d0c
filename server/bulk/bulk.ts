import type { Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import type { Person } from '../accounts/permissions.ts'
import { assignable } from '../accounts/person.ts'
import { refuseUnassignable } from '../claims/assignment.ts'
import { BadInput } from '../errors.ts'
import { record } from '../history/record.ts'
import { addJob } from '../jobs/job.ts'
import { readBulk } from './account.ts'
import { applyFacts } from './apply.ts'
import { type BulkChange, type Chosen, mostChosen } from './change.ts'
import { outcomeFor } from './outcome.ts'
import { permitBulk } from './plan.ts'
import { type BulkClaim, bulkClaims, insertBulk, insertOutcomes, updateBulk } from './store.ts'

/** So many claims are changed while somebody waits; more are for a job. */
export const mostAtOnce = 50

export type Begun = { id: number; isDone: boolean }

/**
 * Changes claims as they were seen: a few in one transaction, many by a job. A claim that a colleague changed meanwhile, or
 * that cannot be changed so, is left alone with a word on why. Throws Forbidden, BadInput for somebody who cannot check.
 */
export function changeInBulk(
  db: Db,
  person: Person,
  { chosen, change, list }: { chosen: Chosen[]; change: BulkChange; list: string },
): Promise<Begun> {
  permitBulk(person, change)
  if (chosen.length === 0 || chosen.length > mostChosen) throw new BadInput({ claim: 'Choose the claims again.' })
  return write(db, async (tx) => {
    await refuseUnassignable(tx, change.assignee ?? null)
    const about = { change, list, claims: chosen.length, madeById: person.id, createdAt: tx.now }
    const id = await insertBulk(tx, about, chosen)
    const isDone = chosen.length <= mostAtOnce
    if (isDone) {
      await changeSome(tx, person, { id, change }, { chosen, after: 0 })
      await finishBulk(tx, person, id)
    } else {
      await record(tx, person, 'bulk.started', {}, { bulk: id, claims: chosen.length })
      await addJob(tx, { kind: 'bulk.change', payload: { bulk: id }, key: String(id) })
    }
    return { id, isDone }
  })
}

type Part = { chosen: Chosen[]; after: number }

/** Changes some of the chosen claims, of which the first has the place after `after`. */
export async function changeSome(
  tx: Tx,
  person: Person,
  { id, change }: { id: number; change: BulkChange },
  { chosen, after }: Part,
): Promise<void> {
  const mayCheck =
    typeof change.assignee !== 'number' || (await assignable(tx)).some((one) => one.id === change.assignee)
  const claims = new Map(
    (
      await bulkClaims(
        tx,
        chosen.map((one) => one.id),
      )
    ).map((claim) => [claim.id, claim]),
  )
  const rows = []
  for (const [index, seen] of chosen.entries()) {
    const claim = claims.get(seen.id)
    if (!claim) continue
    const outcome = !isAsSeen(claim, seen)
      ? { why: 'was changed meanwhile' }
      : mayCheck
        ? outcomeFor(person, claim, change)
        : { why: 'was not given away, because this person cannot check claims any more' }
    if ('after' in outcome) await applyFacts(tx, person, claim, outcome.after)
    rows.push({ bulkId: id, place: after + index + 1, claimId: claim.id, ...outcome })
  }
  await insertOutcomes(tx, id, rows)
}

const isAsSeen = ({ version, state }: BulkClaim, seen: Chosen) => version === seen.version && state === seen.state

/** Says that all of the chosen claims have been gone through. */
export async function finishBulk(tx: Tx, person: Person, id: number): Promise<void> {
  await updateBulk(tx, id, { state: 'finished', finishedAt: tx.now })
  const { changed, left } = await readBulk(tx, id)
  await record(tx, person, 'bulk.finished', {}, { bulk: id, changed, left })
}
