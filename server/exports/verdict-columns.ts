import { claimNumber } from '../claims/words.ts'
import { type Column, schemaVersion } from './column.ts'
import type { VerdictRow } from './verdict-store.ts'

/** A verdict with the ids of the evidence that it rests on. */
export type VerdictFacts = VerdictRow & { evidenceIds: number[] }

export const verdictColumns: readonly Column<VerdictFacts>[] = [
  ['verdict_id', (v) => v.id],
  ['claim_id', (v) => v.claimId],
  ['claim_number', (v) => claimNumber({ articleId: v.articleId, number: v.claimNumber })],
  ['claim_url', (v, { origin }) => `${origin}/claims/${v.claimId}`],
  ['verdict_number', (v) => v.number],
  ['rating', (v) => v.rating],
  ['rating_value', (v) => v.ratingValue],
  ['rating_scale', (v) => v.ratingScale],
  ['rationale', (v) => v.rationale],
  ['explanation', (v) => v.explanation],
  ['checker', (v) => v.checker],
  ['given_at', (v) => v.createdAt],
  ['independent', (v) => v.roundId !== null],
  ['evidence_ids', (v) => v.evidenceIds.map(String)],
  ['override_reason', (v) => v.overrideReason],
  ['review', (v) => v.outcome],
  ['reviewer', (v) => v.reviewer],
  ['review_reason', (v) => v.reviewReason],
  ['reviewed_at', (v) => v.reviewedAt],
  ['decision_number', (v) => v.decisionNumber],
  ['decision_basis', (v) => v.basis],
  ['decided_at', (v) => v.decidedAt],
  ['departs_from_claim_id', (v) => v.departsFromClaim],
  ['departs_from_check_id', (v) => v.departsFromCheck],
  ['departure_reason', (v) => v.departureReason],
  ['exported_at', (_, { at }) => at],
  ['schema_version', () => schemaVersion],
]
