import type { Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { moveClaim } from '../claims/move.ts'
import { BadInput, Conflict, missing } from '../errors.ts'
import { aboutClaim } from '../history/events.ts'
import { record } from '../history/record.ts'
import { notify } from '../notifications/notification.ts'
import { makeDecision } from './decision.ts'
import { type ClaimToJudge, findClaimToJudge, findVerdict } from './store.ts'
import { insertReview } from './write-store.ts'

export type Review = { outcome: 'approved' } | { outcome: 'returned'; reason: string | null }

type Reviewed = { claimId: number; articleId: number }

/**
 * A second person's answer to a verdict. Throws Forbidden for its author, BadInput for a return without a reason, Conflict
 * when the verdict was reviewed before, is not the newest, or its claim does not wait for review.
 */
export function reviewVerdict(db: Db, person: Person, verdictId: number, review: Review): Promise<Reviewed> {
  return write(db, async (tx) => {
    const verdict = (await findVerdict(tx, person.id, verdictId)) ?? missing('verdict')
    permit(person, 'verdict.review', verdict)
    return review.outcome === 'approved'
      ? approveVerdict(tx, person, verdictId)
      : returnVerdict(tx, person, verdictId, review.reason)
  })
}

/** Approves inside a transaction: the verdict becomes the decision, agreed by two. Throws like `reviewVerdict`. */
export async function approveVerdict(tx: Tx, actor: { id: number }, verdictId: number): Promise<Reviewed> {
  const { claim, newest } = await waiting(tx, actor, verdictId)
  await insertReview(tx, { ...answerTo(newest, actor), outcome: 'approved', createdAt: tx.now })
  const told = { verdict: newest.id, number: newest.number }
  const seq = await record(tx, actor, 'verdict.approved', aboutClaim(claim), told)
  await notify(tx, [newest.authorId], 'approved', { seq, claimId: claim.id }, actor)
  await makeDecision(tx, actor, { claim, verdict: newest, basis: 'agreed', reviewerId: actor.id })
  return { claimId: claim.id, articleId: claim.articleId }
}

/** Returns the verdict to its author inside a transaction: the claim is being checked again. Throws like `reviewVerdict`. */
export async function returnVerdict(tx: Tx, actor: { id: number }, verdictId: number, reason: string | null) {
  if (!reason) throw new BadInput({ reason: 'Say why you return it, so that the checker knows what to change.' })
  const { claim, newest } = await waiting(tx, actor, verdictId)
  await insertReview(tx, { ...answerTo(newest, actor), outcome: 'returned', reason, createdAt: tx.now })
  const told = { verdict: newest.id, number: newest.number, reason }
  const seq = await record(tx, actor, 'verdict.returned', aboutClaim(claim), told)
  await notify(tx, [newest.authorId], 'returned', { seq, claimId: claim.id }, actor)
  await moveClaim(tx, actor, claim, 'checking')
  return { claimId: claim.id, articleId: claim.articleId }
}

type Newest = NonNullable<ClaimToJudge['newest']>

const answerTo = (verdict: Newest, actor: { id: number }) => ({
  verdictId: verdict.id,
  authorId: verdict.authorId,
  reviewerId: actor.id,
})

async function waiting(tx: Tx, actor: { id: number }, verdictId: number) {
  const verdict = (await findVerdict(tx, actor.id, verdictId)) ?? missing('verdict')
  const claim = (await findClaimToJudge(tx, actor.id, verdict.claimId)) ?? missing('claim')
  const { newest } = claim
  if (verdict.outcome) throw new Conflict(`This verdict was ${verdict.outcome} already. A verdict is reviewed once.`)
  if (!newest || newest.id !== verdictId) {
    throw new Conflict(`Verdict ${newest?.number} has taken the place of this one. Review that one.`)
  }
  if (newest.roundId !== null) throw new Conflict(givenInRound)
  if (claim.state !== 'in_review') throw new Conflict('This claim does not wait for a review now.')
  return { claim, newest }
}

const givenInRound =
  'This verdict was given independently of a second one. The two are settled together, side by side, on the page of the claim.'
