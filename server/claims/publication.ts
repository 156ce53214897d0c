import type { Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { Conflict } from '../errors.ts'
import { aboutClaim } from '../history/events.ts'
import { record } from '../history/record.ts'
import { keepEdition, refuseUnseen } from '../reports/edition.ts'
import { freezeClaim } from '../reports/freeze.ts'
import { readClaim } from './claim.ts'
import { cannotMove, moveClaim } from './move.ts'
import { canMove } from './states.ts'
import { updateClaim } from './store.ts'
import type { ClaimState } from './words.ts'

/** A decision to publish; `seen` is the SHA-256 of what was said to become public. */
export type ToPublish = { decision: number; seen?: string | undefined }

/**
 * Publishes a decision, which is closed against change from then on, with the page that readers see. Throws Conflict when the
 * claim has another decision by now, is not decided, or its page would say something else than what was seen.
 */
export function publishClaim(db: Db, person: Person, id: number, publishing: ToPublish): Promise<void> {
  return write(db, (tx) => publishIn(tx, person, id, publishing))
}

/** The same inside a transaction. */
export async function publishIn(tx: Tx, person: Person, id: number, { decision, seen }: ToPublish): Promise<void> {
  permit(person, 'claim.publish')
  const claim = await readClaim(tx, id)
  if (!canMove(claim.state, 'published')) throw cannotMove(claim.state, 'published')
  if (claim.decisionId !== decision)
    throw new Conflict('The claim has another decision by now. Read it below; publish it if it is right.')
  const frozen = await freezeClaim(tx, id)
  const sha256 = refuseUnseen(frozen, seen)
  await updateClaim(tx, id, { state: 'published', publishedAt: tx.now })
  const seq = await record(tx, person, 'claim.published', aboutClaim(claim), { decision, sha256 })
  await keepEdition(tx, person, frozen, { why: 'published', seq })
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
