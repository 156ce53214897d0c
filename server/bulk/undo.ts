import type { Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { assignable } from '../accounts/person.ts'
import { Conflict } from '../errors.ts'
import { record } from '../history/record.ts'
import { addJob } from '../jobs/job.ts'
import { type Bulk, readBulk } from './account.ts'
import { applyFacts } from './apply.ts'
import { mostAtOnce } from './bulk.ts'
import { type Facts, changedSince } from './outcome.ts'
import { type BulkClaim, bulkClaims, changedAfter, insertUndos, updateBulk } from './store.ts'

/**
 * Undoes a change that is finished: a short one at once, a long one by a job. Claims on which anything that it changed was
 * changed again since are left as they are. Throws Forbidden, Conflict when it is undone already.
 */
export function undoBulk(db: Db, person: Person, id: number): Promise<Bulk> {
  return write(db, async (tx) => {
    const { madeById, state, changed } = await readBulk(tx, id)
    permit(person, 'bulk.undo', { madeById })
    if (state !== 'finished') throw new Conflict('Only a change that has come to its end can be undone, and only once.')
    await updateBulk(tx, id, { state: 'undoing', undoneById: person.id })
    if (changed > mostAtOnce) await addJob(tx, { kind: 'bulk.undo', payload: { bulk: id }, key: String(id) })
    else {
      await undoSome(tx, person, { id, after: 0, size: mostAtOnce })
      await finishUndo(tx, person, id)
    }
    return readBulk(tx, id)
  })
}

/** Puts up to `size` changed claims after that place back as they were. Returns the last place, undefined when none was left. */
export async function undoSome(
  tx: Tx,
  person: Person,
  { id, after, size }: { id: number; after: number; size: number },
): Promise<number | undefined> {
  const outcomes = await changedAfter(tx, id, after, size)
  const ids = outcomes.map(({ claimId }) => claimId)
  const claims = new Map((await bulkClaims(tx, ids)).map((claim) => [claim.id, claim]))
  const checkers = new Set((await assignable(tx)).map((one) => one.id))
  const rows = []
  for (const { place, claimId, ...values } of outcomes) {
    const claim = claims.get(claimId)
    if (!claim) continue
    // Both were written by this program.
    const { before, after: since } = values as { before: Partial<Facts>; after: Partial<Facts> }
    const why = whyKept(claim, { before, after: since }, checkers)
    if (why === null) await applyFacts(tx, person, claim, before)
    rows.push({ bulkId: id, place, why })
  }
  await insertUndos(tx, id, rows)
  return rows.at(-1)?.place
}

type Change = { before: Partial<Facts>; after: Partial<Facts> }

// As words after the number of the claim.
function whyKept(claim: BulkClaim, { before, after }: Change, checkers: Set<number>): string | null {
  const key = changedSince(claim, after)
  if (key !== undefined) return sinceWords[key]
  const holder = before.assignee
  return typeof holder === 'number' && !checkers.has(holder)
    ? 'was not given back, because who had it cannot check claims any more'
    : null
}

const sinceWords: Record<keyof Facts, string> = {
  assignee: 'was assigned anew since',
  dueOn: 'has another due date since',
  priority: 'has another priority since',
  tags: 'has other tags since',
  state: 'is in another state since',
  reason: 'was set aside for another reason since',
}

/** Says that all changed claims have been gone through. */
export async function finishUndo(tx: Tx, person: Person, id: number): Promise<void> {
  await updateBulk(tx, id, { state: 'undone', undoneAt: tx.now })
  const { restored, kept } = await readBulk(tx, id)
  await record(tx, person, 'bulk.undone', {}, { bulk: id, restored, kept })
}
