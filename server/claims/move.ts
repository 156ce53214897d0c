import type { Tx } from '../../db/conn.ts'
import { Conflict } from '../errors.ts'
import { aboutClaim } from '../history/events.ts'
import { record } from '../history/record.ts'
import { canMove } from './states.ts'
import { updateClaim } from './store.ts'
import { type ClaimState, stateWords } from './words.ts'

/** Brings a claim into another state; nothing happens when it is there already. Throws Conflict for a move that is none. */
export async function moveClaim(
  tx: Tx,
  actor: { id: number } | null,
  claim: { id: number; articleId: number; state: ClaimState },
  to: ClaimState,
): Promise<void> {
  const before = claim.state
  if (before === to) return
  if (!canMove(before, to)) throw cannotMove(before, to)
  await updateClaim(tx, claim.id, { state: to })
  await record(tx, actor, 'claim.moved', aboutClaim(claim), { before, after: to })
}

/** What to tell somebody whose move does not start from where the claim is now. */
export const cannotMove = (from: ClaimState, to: ClaimState): Conflict => {
  const [now, then] = [stateWords[from].toLowerCase(), stateWords[to].toLowerCase()]
  return new Conflict(`The claim is “${now}” now, and cannot become “${then}” from there. Look at it again below.`)
}
