import type { Tx } from '../../db/conn.ts'
import { aboutClaim } from '../history/events.ts'
import { record } from '../history/record.ts'
import { type Finding, type StoredVerdict, storeVerdict } from './finding.ts'
import { standingEvidence } from './store.ts'
import { insertDecision, insertReview } from './write-store.ts'

type Claim = { id: number; articleId: number }
type Corrected = {
  claim: Claim
  finding: Pick<Finding, 'ratingId' | 'rationale' | 'explanation'>
  author: { id: number }
  /** Who approved it; null where the newsroom decides alone. */
  approver: { id: number } | null
  /** The decision that is corrected. Its rating may be kept although it is retired. */
  before: { number: number; ratingId: number }
}

/**
 * Gives the verdict that a correction puts in the place of a published one, and makes it a decision, inside a transaction.
 * It rests on all evidence that stands. The claim still shows the old one: that is for the caller to change. Returns the
 * id of the decision.
 */
export async function decideCorrected(tx: Tx, { claim, author, approver, before, ...corrected }: Corrected) {
  const evidence = await standingEvidence(tx, claim.id)
  const finding = { ...corrected.finding, evidence, override: null }
  const verdict = await storeVerdict(tx, author, { claim, roundId: null, keeps: before.ratingId }, finding)
  if (approver) await approve(tx, approver, claim, verdict)
  const basis = approver ? 'agreed' : 'single'
  const number = before.number + 1
  const decisionId = await insertDecision(tx, {
    claimId: claim.id,
    number,
    verdictId: verdict.id,
    ratingId: verdict.ratingId,
    rationale: verdict.rationale,
    basis,
    checkerId: author.id,
    reviewerId: approver?.id ?? null,
    createdAt: tx.now,
    overrideReason: null,
  })
  const told = { decision: decisionId, number, verdict: verdict.id, rating: verdict.ratingKey, basis } as const
  await record(tx, approver ?? author, 'decision.made', aboutClaim(claim), told)
  return decisionId
}

async function approve(tx: Tx, approver: { id: number }, claim: Claim, verdict: StoredVerdict): Promise<void> {
  const answer = { verdictId: verdict.id, authorId: verdict.authorId, reviewerId: approver.id, createdAt: tx.now }
  await insertReview(tx, { ...answer, outcome: 'approved' })
  const told = { verdict: verdict.id, number: verdict.number }
  await record(tx, approver, 'verdict.approved', aboutClaim(claim), told)
}
