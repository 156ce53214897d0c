// It is kept as the file says it: it tells of people and decisions that are not here.
const kept = 'kept'
type FirstColumn = readonly [name: string, kept?: 'kept']

/** The columns that our own files have had since their first version, in order; new ones only ever come after them. */
const claimColumns: readonly FirstColumn[] = [
  ['claim_id'],
  ['claim_number'],
  ['claim_url'],
  ['article_id'],
  ['article_title'],
  ['article_url'],
  ['article_published_on'],
  ['outlet'],
  ['statement'],
  ['quote'],
  ['quote_start'],
  ['quote_end'],
  ['claimant'],
  ['claimant_role'],
  ['reported_by'],
  ['claimed_on'],
  ['claim_kind'],
  ['tags'],
  ['state', kept],
  ['rating', kept],
  ['rating_value', kept],
  ['rating_scale', kept],
  ['rationale'],
  ['decision_basis', kept],
  ['evidence_count', kept],
  ['supports_count', kept],
  ['refutes_count', kept],
  ['context_count', kept],
  ['source_urls', kept],
  ['checker', kept],
  ['reviewer', kept],
  ['decided_at', kept],
  ['published_at', kept],
  ['correction_count', kept],
  ['last_correction_at', kept],
  ['corrected_from', kept],
  ['language'],
  ['exported_at'],
  ['schema_version'],
]

const evidenceColumns: readonly FirstColumn[] = [
  ['evidence_id'],
  ['claim_id'],
  ['source_id'],
  ['source_title'],
  ['publisher'],
  ['url'],
  ['archived_url'],
  ['accessed_at', kept],
  ['stance'],
  ['source_kind'],
  ['primary'],
  ['passage'],
  ['locator'],
  ['passage_found', kept],
  ['sha256', kept],
  ['added_by', kept],
  ['added_at', kept],
]

/** Which of our own files begins with those names; undefined for any other table. */
export function ownFormat(names: readonly string[]): 'own_claims' | 'own_evidence' | undefined {
  const begins = (columns: readonly FirstColumn[]) => columns.every(([column], at) => names[at] === column)
  if (begins(claimColumns)) return 'own_claims'
  return begins(evidenceColumns) ? 'own_evidence' : undefined
}

const keptOf = (columns: readonly FirstColumn[]) => columns.filter(([, mark]) => mark === kept).map(([name]) => name)

/** What is kept of a claim; the columns named here came later. */
export const keptOfClaim = [
  ...keptOf(claimColumns),
  'adjudicator',
  'difference',
  'override_reason',
  'decision_number',
  'independent_sources',
  'imported_rating',
  'imported_url',
]

/** The same of a piece of evidence. */
export const keptOfEvidence = [...keptOf(evidenceColumns), 'passage_url']
