import type { Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { Conflict } from '../errors.ts'
import { aboutClaim } from '../history/events.ts'
import { record } from '../history/record.ts'
import { readClaim } from './claim.ts'
import { cannotMove, moveClaim } from './move.ts'
import { canMove } from './states.ts'
import { updateClaim } from './store.ts'
import type { ClaimState } from './words.ts'

/**
 * Publishes the decision with that id, which is closed against change from then on. Throws Conflict when the claim has
 * another decision by now, or is not decided.
 */
export function publishClaim(db: Db, person: Person, id: number, decisionId: number): Promise<void> {
  permit(person, 'claim.publish')
  return write(db, async (tx) => {
    const claim = await readClaim(tx, id)
    if (!canMove(claim.state, 'published')) throw cannotMove(claim.state, 'published')
    if (claim.decisionId !== decisionId)
      throw new Conflict('The claim has another decision by now. Read it below; publish it if it is right.')
    await updateClaim(tx, id, { state: 'published', publishedAt: tx.now })
    await record(tx, person, 'claim.published', aboutClaim(claim), { decision: decisionId })
  })
}

type Corrected = { id: number; articleId: number; state: ClaimState; correctionCount: number }

/** Shows a corrected decision on its claim, which stays published. */
export async function replaceDecision(
  tx: Tx,
  claim: Corrected,
  decision: { decisionId: number; ratingId: number },
): Promise<void> {
  await updateClaim(tx, claim.id, { ...decision, ...counted(tx, claim) })
}

/** Takes the decision off a published claim, which is checked again. */
export async function withdrawDecision(tx: Tx, actor: { id: number }, claim: Corrected): Promise<void> {
  const none = { decisionId: null, ratingId: null, publishedAt: null }
  await updateClaim(tx, claim.id, { ...none, ...counted(tx, claim) })
  await moveClaim(tx, actor, claim, 'checking')
}

const counted = (tx: Tx, { correctionCount }: Corrected) => ({
  correctionCount: correctionCount + 1,
  lastCorrectionAt: tx.now,
})
