import type { Tx } from '../../db/conn.ts'
import type { Person } from '../accounts/permissions.ts'
import { passClaim } from '../claims/assignment.ts'
import { changeShared } from '../claims/edit.ts'
import { moveClaim } from '../claims/move.ts'
import { bringClaimBack, putClaimBack, raiseVersion, setClaimAside } from '../claims/progress.ts'
import { canMove, returnsTo } from '../claims/states.ts'
import type { Facts } from './outcome.ts'
import type { BulkClaim } from './store.ts'

/** Brings a claim to these facts, each change with its event. The same does a change and undoes it. */
export async function applyFacts(tx: Tx, person: Person, claim: BulkClaim, to: Partial<Facts>): Promise<void> {
  const { assignee, state, reason, ...shared } = to
  let { state: now } = claim
  await raiseVersion(tx, claim)
  if (now === 'set_aside' && state !== undefined && state !== 'set_aside') {
    now = returnsTo(claim.stateBefore)
    await bringClaimBack(tx, person, claim, now)
  }
  if (Object.keys(shared).length > 0) await changeShared(tx, person, claim, shared)
  if (assignee !== undefined) await passClaim(tx, person, claim, assignee)
  const moved = { ...claim, state: now }
  if (state === undefined || state === now) return
  if (state === 'set_aside') await setClaimAside(tx, person, moved, reason ?? null)
  else if (canMove(now, state)) await moveClaim(tx, person, moved, state)
  else await putClaimBack(tx, person, moved, state)
}
