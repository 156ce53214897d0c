import type { Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { BadInput, Conflict } from '../errors.ts'
import { aboutClaim } from '../history/events.ts'
import { record } from '../history/record.ts'
import { type ClaimRecord, readClaim } from './claim.ts'
import { cannotMove, moveClaim } from './move.ts'
import { canSetAside, isTakenBack, movesByHand, returnsTo } from './states.ts'
import { updateClaim } from './store.ts'
import type { ClaimState } from './words.ts'

export type StateChange = { state: ClaimState; reason: string | null; version: number }

/**
 * Moves a claim by hand, sets it aside with a reason, or brings it back to where it was. Throws Conflict when a colleague
 * changed it since the form was made, or when the move does not start from its state.
 */
export function changeState(db: Db, person: Person, id: number, change: StateChange): Promise<void> {
  permit(person, 'claim.move')
  return write(db, async (tx) => {
    const claim = await readClaim(tx, id)
    if (claim.version !== change.version)
      throw new Conflict(
        'A colleague changed this claim meanwhile. Look at it again below; you can do it now if it still fits.',
      )
    await updateClaim(tx, id, { version: claim.version + 1 })
    if (change.state === 'set_aside') return setClaimAside(tx, person, claim, change.reason)
    if (claim.state === 'set_aside') return bringClaimBack(tx, person, claim, change.state)
    if (!movesByHand(claim.state).includes(change.state)) throw cannotMove(claim.state, change.state)
    return moveClaim(tx, person, claim, change.state)
  })
}

type Moved = Pick<ClaimRecord, 'id' | 'articleId' | 'state'>

/** Sets a claim aside inside a change that does more. Throws Conflict from a state where it cannot be, BadInput without a reason. */
export async function setClaimAside(tx: Tx, person: Person, claim: Moved, reason: string | null): Promise<void> {
  if (!canSetAside(claim.state)) throw cannotMove(claim.state, 'set_aside')
  if (!reason) throw new BadInput({ reason: 'Say why the claim is not checked.' })
  await updateClaim(tx, claim.id, { state: 'set_aside', setAsideReason: reason, stateBefore: claim.state })
  await record(tx, person, 'claim.set_aside', aboutClaim(claim), { before: claim.state, reason })
}

/** Brings a claim that was set aside back to where it was. Throws Conflict for any other state. */
export async function bringClaimBack(
  tx: Tx,
  person: Person,
  claim: Moved & Pick<ClaimRecord, 'stateBefore'>,
  to: ClaimState,
): Promise<void> {
  const before = returnsTo(claim.stateBefore)
  if (to !== before) throw cannotMove(claim.state, to)
  await updateClaim(tx, claim.id, { state: before, setAsideReason: null, stateBefore: null })
  await record(tx, person, 'claim.moved', aboutClaim(claim), { before: 'set_aside', after: before })
}

/** Puts a claim back to where it was before a move by hand, inside a transaction. Throws Conflict for any other state. */
export async function putClaimBack(tx: Tx, person: Person, claim: Moved, to: ClaimState): Promise<void> {
  if (!isTakenBack(claim.state, to)) throw cannotMove(claim.state, to)
  await updateClaim(tx, claim.id, { state: to })
  await record(tx, person, 'claim.moved', aboutClaim(claim), { before: claim.state, after: to })
}

/** Raises the version inside a transaction that changes a claim, so that whoever has its form open is told. */
export const raiseVersion = (tx: Tx, { id, version }: Pick<ClaimRecord, 'id' | 'version'>): Promise<void> =>
  updateClaim(tx, id, { version: version + 1 })
