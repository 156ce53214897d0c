import { claimNumber } from '../claims/words.ts'
import { type Column, schemaVersion } from './column.ts'
import type { Cell } from './csv.ts'
import { type ClaimKey, claimKeys } from './store.ts'

/** A claim with all that its record packs into one row; `values` as `claimKeys` names them. */
export type ClaimFacts = {
  values: readonly Cell[]
  tags: string[]
  stances: { stance: string; url: string | null }[]
  /** How many of its sources are independent of each other. */
  independent: number
}

// What is stored stands in a row by its place, which is looked up once.
function stored(key: ClaimKey): (claim: ClaimFacts) => Cell {
  const index = claimKeys.indexOf(key)
  return ({ values }) => values[index] ?? null
}
// These columns hold whole numbers.
const storedNumber = (key: ClaimKey) => stored(key) as (claim: ClaimFacts) => number
const [idOf, articleOf, numberOf] = [storedNumber('id'), storedNumber('articleId'), storedNumber('number')]
const roleOf = stored('claimantRole')

// What an imported file may say in our place is never plain: see imported.ts.
export const claimColumns: readonly Column<ClaimFacts>[] = [
  ['claim_id', stored('id')],
  ['claim_number', (c) => claimNumber({ articleId: articleOf(c), number: numberOf(c) }), 'plain'],
  ['claim_url', (c, { origin }) => `${origin}/claims/${idOf(c)}`, 'plain'],
  ['article_id', stored('articleId')],
  ['article_title', stored('articleTitle')],
  ['article_url', (c, { origin }) => `${origin}/articles/${articleOf(c)}`, 'plain'],
  ['article_published_on', stored('articlePublishedOn')],
  ['outlet', stored('outlet')],
  ['statement', stored('statement')],
  ['quote', stored('quote')],
  ['quote_start', stored('quoteStart')],
  ['quote_end', stored('quoteEnd')],
  ['claimant', stored('claimant')],
  ['claimant_role', (c) => roleOf(c) || null],
  ['reported_by', stored('reportedBy')],
  ['claimed_on', stored('claimedOn')],
  ['claim_kind', stored('kind'), 'plain'],
  ['tags', (c) => c.tags],
  ['state', stored('state')],
  ['rating', stored('rating')],
  ['rating_value', stored('ratingValue')],
  ['rating_scale', stored('ratingScale')],
  ['rationale', stored('rationale')],
  ['decision_basis', stored('basis')],
  ['evidence_count', (c) => c.stances.length],
  ['supports_count', (c) => countOf(c, 'supports')],
  ['refutes_count', (c) => countOf(c, 'refutes')],
  ['context_count', (c) => countOf(c, 'context')],
  ['source_urls', (c) => urlsOf(c)],
  ['checker', stored('checker')],
  ['reviewer', stored('reviewer')],
  ['decided_at', stored('decidedAt')],
  ['published_at', stored('publishedAt')],
  ['correction_count', stored('correctionCount')],
  ['last_correction_at', stored('lastCorrectionAt')],
  ['corrected_from', stored('correctedFrom')],
  ['language', stored('language')],
  ['exported_at', (_, { at }) => at, 'plain'],
  ['schema_version', () => schemaVersion],
  ['adjudicator', stored('adjudicator')],
  ['difference', stored('difference')],
  ['override_reason', stored('overrideReason')],
  ['decision_number', stored('decisionNumber')],
  ['article_version', stored('articleVersion')],
  ['quote_standing', stored('standing'), 'plain'],
  ['independent_sources', (c) => c.independent],
  // Filled in for what came out of a file.
  ['imported_rating', () => null],
  ['imported_url', () => null],
]

function countOf({ stances }: ClaimFacts, wanted: string): number {
  let count = 0
  for (const { stance } of stances) if (stance === wanted) count += 1
  return count
}

// Many claims have none.
const none: string[] = []
const urlsOf = ({ stances }: ClaimFacts): string[] =>
  stances.length === 0 ? none : [...new Set(stances.flatMap(({ url }) => url ?? []))]
