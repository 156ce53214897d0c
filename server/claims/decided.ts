import type { Tx } from '../../db/conn.ts'
import { aboutClaim } from '../history/events.ts'
import { record } from '../history/record.ts'
import { awaitReview, decideClaim } from './decided-store.ts'
import { cannotMove } from './move.ts'
import { canMove } from './states.ts'
import type { ClaimState } from './words.ts'

type Claim = { id: number; articleId: number; state: ClaimState }

/** Shows a decision on its claim, which is decided by it. Throws Conflict for a claim that cannot be decided in its state. */
export async function setDecision(
  tx: Tx,
  actor: { id: number },
  claim: Claim,
  decision: { decisionId: number; ratingId: number },
): Promise<void> {
  const before = claim.state
  if (before !== 'decided' && !canMove(before, 'decided')) throw cannotMove(before, 'decided')
  await decideClaim(tx, claim.id, decision)
  if (before === 'decided') return
  await record(tx, actor, 'claim.moved', aboutClaim(claim), { before, after: 'decided' })
}

/** Lets a claim wait for the review of its verdict; nothing happens when it waits already. Throws Conflict as `setDecision` does. */
export async function sendToReview(tx: Tx, actor: { id: number }, claim: Claim): Promise<void> {
  const before = claim.state
  if (before === 'in_review') return
  if (!canMove(before, 'in_review')) throw cannotMove(before, 'in_review')
  await awaitReview(tx, claim.id)
  await record(tx, actor, 'claim.moved', aboutClaim(claim), { before, after: 'in_review' })
}
