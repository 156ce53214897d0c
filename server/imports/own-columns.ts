/** The columns that our own files have had since their first version; new ones only ever come after them. */
const ownClaimColumns = [
  'claim_id',
  'claim_number',
  'claim_url',
  'article_id',
  'article_title',
  'article_url',
  'article_published_on',
  'outlet',
  'statement',
  'quote',
  'quote_start',
  'quote_end',
  'claimant',
  'claimant_role',
  'reported_by',
  'claimed_on',
  'claim_kind',
  'tags',
  'state',
  'rating',
  'rating_value',
  'rating_scale',
  'rationale',
  'decision_basis',
  'evidence_count',
  'supports_count',
  'refutes_count',
  'context_count',
  'source_urls',
  'checker',
  'reviewer',
  'decided_at',
  'published_at',
  'correction_count',
  'last_correction_at',
  'corrected_from',
  'language',
  'exported_at',
  'schema_version',
] as const

const ownEvidenceColumns = [
  'evidence_id',
  'claim_id',
  'source_id',
  'source_title',
  'publisher',
  'url',
  'archived_url',
  'accessed_at',
  'stance',
  'source_kind',
  'primary',
  'passage',
  'locator',
  'passage_found',
  'sha256',
  'added_by',
  'added_at',
] as const

/** Which of our own files begins with those names; undefined for any other table. */
export function ownFormat(names: readonly string[]): 'own_claims' | 'own_evidence' | undefined {
  const begins = (columns: readonly string[]) => columns.every((column, at) => names[at] === column)
  if (begins(ownClaimColumns)) return 'own_claims'
  return begins(ownEvidenceColumns) ? 'own_evidence' : undefined
}

/** What is kept of a claim as its file says it: it tells of people and decisions that are not here. */
export const keptOfClaim = [
  'state',
  'rating',
  'rating_value',
  'rating_scale',
  'decision_basis',
  'evidence_count',
  'supports_count',
  'refutes_count',
  'context_count',
  'source_urls',
  'checker',
  'reviewer',
  'decided_at',
  'published_at',
  'correction_count',
  'last_correction_at',
  'corrected_from',
  'adjudicator',
  'difference',
  'override_reason',
  'decision_number',
  'independent_sources',
  'imported_rating',
  'imported_url',
] as const

/** The same of a piece of evidence. */
export const keptOfEvidence = ['accessed_at', 'passage_found', 'sha256', 'added_by', 'added_at', 'passage_url'] as const
