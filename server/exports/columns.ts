import { claimNumber } from '../claims/words.ts'
import type { Cell } from './csv.ts'
import type { ClaimWithDecision, EvidenceRow } from './store.ts'

/** A claim with all that its record packs into one row. */
export type ClaimFacts = ClaimWithDecision & { tags: string[]; stances: { stance: string; url: string | null }[] }

/** What is the same in every row: the address of this server without a slash at its end, and when the file was made. */
export type Made = { origin: string; at: string }

type Column<T> = readonly [name: string, of: (row: T, made: Made) => Cell]

/** Goes up by one when a column changes its meaning; new columns only ever come at the end. */
export const schemaVersion = 1

// Nothing is published or corrected yet: those cells are empty, and the count of corrections is 0.
export const claimColumns: readonly Column<ClaimFacts>[] = [
  ['claim_id', (c) => c.id],
  ['claim_number', (c) => claimNumber(c)],
  ['claim_url', (c, { origin }) => `${origin}/claims/${c.id}`],
  ['article_id', (c) => c.articleId],
  ['article_title', (c) => c.articleTitle],
  ['article_url', (c, { origin }) => `${origin}/articles/${c.articleId}`],
  ['article_published_on', (c) => c.articlePublishedOn],
  ['outlet', (c) => c.outlet],
  ['statement', (c) => c.statement],
  ['quote', (c) => c.quote],
  ['quote_start', (c) => c.quoteStart],
  ['quote_end', (c) => c.quoteEnd],
  ['claimant', (c) => c.claimant],
  ['claimant_role', (c) => c.claimantRole || null],
  ['reported_by', (c) => c.reportedBy],
  ['claimed_on', (c) => c.claimedOn],
  ['claim_kind', (c) => c.kind],
  ['tags', (c) => c.tags],
  ['state', (c) => c.state],
  ['rating', (c) => c.rating],
  ['rating_value', (c) => c.ratingValue],
  ['rating_scale', (c) => c.ratingScale],
  ['rationale', (c) => c.rationale],
  ['decision_basis', (c) => c.basis],
  ['evidence_count', (c) => c.stances.length],
  ['supports_count', (c) => countOf(c, 'supports')],
  ['refutes_count', (c) => countOf(c, 'refutes')],
  ['context_count', (c) => countOf(c, 'context')],
  ['source_urls', (c) => urlsOf(c)],
  ['checker', (c) => c.checker],
  ['reviewer', (c) => c.reviewer],
  ['decided_at', (c) => c.decidedAt],
  ['published_at', () => null],
  ['correction_count', () => 0],
  ['last_correction_at', () => null],
  ['corrected_from', () => null],
  ['language', (c) => c.language],
  ['exported_at', (_, { at }) => at],
  ['schema_version', () => schemaVersion],
]

function countOf({ stances }: ClaimFacts, wanted: string): number {
  let count = 0
  for (const { stance } of stances) if (stance === wanted) count += 1
  return count
}

const urlsOf = ({ stances }: ClaimFacts) => [...new Set(stances.flatMap(({ url }) => url ?? []))]

// No copies of sources are kept yet: what would be known from them is empty.
export const evidenceColumns: readonly Column<EvidenceRow>[] = [
  ['evidence_id', (e) => e.id],
  ['claim_id', (e) => e.claimId],
  ['source_id', (e) => e.sourceId],
  ['source_title', (e) => e.sourceTitle],
  ['publisher', (e) => e.publisher],
  ['url', (e) => e.url],
  ['archived_url', (e) => e.archivedUrl],
  ['accessed_at', () => null],
  ['stance', (e) => e.stance],
  ['source_kind', (e) => e.sourceKind],
  ['primary', (e) => e.primary],
  ['passage', (e) => e.passage],
  ['locator', (e) => e.locator],
  ['passage_found', () => null],
  ['sha256', () => null],
  ['added_by', (e) => e.addedBy],
  ['added_at', (e) => e.addedAt],
]

/** The names of the columns, in their order. */
export const header = (columns: readonly Column<never>[]): string[] => columns.map(([name]) => name)

/** The cells of one row, in the order of the columns. */
export function cellsOf<T>(columns: readonly Column<T>[], row: T, made: Made): Cell[] {
  return columns.map(([, of]) => of(row, made))
}
