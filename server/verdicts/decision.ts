import type { Conn, Tx } from '../../db/conn.ts'
import { activeCheckers } from '../accounts/person.ts'
import { setDecision } from '../claims/decided.ts'
import { aboutClaim } from '../history/events.ts'
import { record } from '../history/record.ts'
import { readSettings } from '../settings/setting.ts'
import { type ClaimToJudge, lastDecisionNumber } from './store.ts'
import type { Basis } from './words.ts'
import { insertDecision } from './write-store.ts'

/** Whether a verdict becomes the decision at once: by the newsroom's setting, or because nobody else could review it. */
export async function decidesAlone(conn: Conn): Promise<boolean> {
  const { deciding } = await readSettings(conn)
  if (deciding !== 'alone') return deciding === 'always'
  return (await activeCheckers(conn)) === 1
}

type Made = {
  claim: Pick<ClaimToJudge, 'id' | 'articleId' | 'state'>
  verdict: {
    id: number
    ratingId: number
    ratingKey: string
    rationale: string
    authorId: number
    overrideReason: string | null
  }
  basis: Basis
  reviewerId?: number
}

/** Makes a verdict the newsroom's decision on the claim, after all earlier ones, with its event, whose number is `seq`. */
export async function makeDecision(
  tx: Tx,
  actor: { id: number },
  made: Made,
): Promise<{ decisionId: number; seq: number }> {
  const { claim, verdict, basis, reviewerId } = made
  const number = (await lastDecisionNumber(tx, claim.id)) + 1
  const decisionId = await insertDecision(tx, {
    claimId: claim.id,
    number,
    verdictId: verdict.id,
    ratingId: verdict.ratingId,
    rationale: verdict.rationale,
    basis,
    checkerId: verdict.authorId,
    reviewerId: reviewerId ?? null,
    createdAt: tx.now,
    overrideReason: verdict.overrideReason,
  })
  const told = { decision: decisionId, number, verdict: verdict.id, rating: verdict.ratingKey, basis }
  const seq = await record(tx, actor, 'decision.made', aboutClaim(claim), told)
  await setDecision(tx, actor, claim, { decisionId, ratingId: verdict.ratingId })
  return { decisionId, seq }
}
