import type { Conn, Tx } from '../../db/conn.ts'
import type { ShownRating } from '../../views/parts/rating-badge.ts'
import { replaceDecision, withdrawDecision } from '../claims/publication.ts'
import type { ClaimState } from '../claims/words.ts'
import { aboutClaim } from '../history/events.ts'
import { record } from '../history/record.ts'
import { notify } from '../notifications/notification.ts'
import { fingerprintOf, keepEdition, wasPublic } from '../reports/edition.ts'
import { freezeClaim } from '../reports/freeze.ts'
import { decideCorrected } from '../verdicts/correct.ts'
import { raiseFlags } from './flag.ts'
import { correctionRows, insertCorrection } from './store.ts'
import type { CorrectionKind } from './words.ts'

/** A published claim and the decision in force. */
export type Published = {
  id: number
  articleId: number
  state: ClaimState
  correctionCount: number
  decision: {
    id: number
    number: number
    ratingId: number
    rationale: string
    checkerId: number
    reviewerId: number | null
  }
  explanation: string | null
  rating: ShownRating
}

type Change = {
  kind: CorrectionKind
  note: string
  ratingId: number | null
  rationale: string | null
  explanation: string | null
  author: { id: number }
  /** Who approved it; null where the newsroom decides alone. */
  approver: { id: number } | null
}

/** Corrects a published decision inside a transaction: the new decision, its events, and word to whom it concerns. */
export async function makeCorrection(tx: Tx, claim: Published, change: Change): Promise<void> {
  const { kind, note, author, approver } = change
  const actor = approver ?? author
  const afterId = await newDecision(tx, claim, change)
  const number = claim.correctionCount + 1
  const people = { authorId: author.id, approverId: approver?.id ?? null }
  const row = { claimId: claim.id, number, kind, note, beforeId: claim.decision.id, afterId, ...people }
  const correctionId = await insertCorrection(tx, { ...row, createdAt: tx.now })
  const frozen = await freezeClaim(tx, claim.id, { withdrawn: afterId === null })
  const told = { correction: correctionId, number, kind, note, before: claim.decision.id, after: afterId }
  const isPublic = await wasPublic(tx, claim.id)
  const page = isPublic && { sha256: fingerprintOf(frozen.content) }
  const seq = await record(tx, actor, 'correction.made', aboutClaim(claim), { ...told, ...page })
  const why = afterId === null ? 'withdrawn' : 'corrected'
  if (isPublic) await keepEdition(tx, actor, frozen, { why, seq, correctionId })
  if (afterId === null) await withdrawDecision(tx, actor, claim)
  await notify(tx, [author.id], 'approved', { seq, claimId: claim.id }, actor)
  const earlier = [claim.decision.checkerId, claim.decision.reviewerId].filter((id) => id !== null && id !== author.id)
  await notify(tx, earlier as number[], 'correction', { seq, claimId: claim.id }, actor)
  await raiseFlags(tx, actor, { correctionId, claimId: claim.id })
}

async function newDecision(tx: Tx, claim: Published, change: Change): Promise<number | null> {
  const { ratingId, rationale, explanation, author, approver } = change
  if (ratingId === null || rationale === null) return null
  const finding = { ratingId, rationale, explanation }
  const decisionId = await decideCorrected(tx, { claim, finding, author, approver, before: claim.decision })
  await replaceDecision(tx, claim, { decisionId, ratingId })
  return decisionId
}

/** What a decision said. */
export type Said = { number: number; rating: ShownRating; rationale: string; explanation: string | null }

/** A correction with what stood before and what stands after it; a withdrawal has nothing after it. */
export type CorrectionItem = {
  id: number
  number: number
  kind: CorrectionKind
  note: string
  createdAt: string
  author: string
  approver: string | null
  before: Said
  after: Said | null
}

/** Every correction of a claim, the newest first. */
export async function correctionsOf(conn: Conn, claimId: number): Promise<CorrectionItem[]> {
  const rows = await correctionRows(conn, claimId)
  return rows.map(({ before, beforeRating, after, afterRating, ...row }) => ({
    ...row,
    before: { ...before, rating: beforeRating },
    after:
      afterRating && after?.number
        ? { ...after, number: after.number, rationale: after.rationale ?? '', rating: afterRating }
        : null,
  }))
}
