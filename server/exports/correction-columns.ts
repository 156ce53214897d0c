import { claimNumber } from '../claims/words.ts'
import { type Column, schemaVersion } from './column.ts'
import type { CorrectionRow } from './correction-store.ts'

export const correctionColumns: readonly Column<CorrectionRow>[] = [
  ['correction_id', (c) => c.id],
  ['claim_id', (c) => c.claimId],
  ['claim_number', (c) => claimNumber({ articleId: c.articleId, number: c.claimNumber })],
  ['claim_url', (c, { origin }) => `${origin}/claims/${c.claimId}`],
  ['correction_number', (c) => c.number],
  ['correction_kind', (c) => c.kind],
  ['note', (c) => c.note],
  ['decision_before', (c) => c.decisionBefore],
  ['rating_before', (c) => c.ratingBefore],
  ['rating_value_before', (c) => c.valueBefore],
  ['rating_scale_before', (c) => c.scaleBefore],
  ['rationale_before', (c) => c.rationaleBefore],
  ['decision_after', (c) => c.decisionAfter],
  ['rating_after', (c) => c.ratingAfter],
  ['rating_value_after', (c) => c.valueAfter],
  ['rating_scale_after', (c) => c.scaleAfter],
  ['rationale_after', (c) => c.rationaleAfter],
  ['asked_for_by', (c) => c.author],
  ['approved_by', (c) => c.approver],
  ['corrected_at', (c) => c.createdAt],
  ['exported_at', (_, { at }) => at],
  ['schema_version', () => schemaVersion],
]
