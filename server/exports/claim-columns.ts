import { claimNumber } from '../claims/words.ts'
import { type Column, schemaVersion } from './column.ts'
import type { ClaimantRow, PersonRow, RatingRow, VersionRow } from './shared-store.ts'
import { type ClaimKey, type StanceRow, type Value, claimKeys } from './store.ts'

/** A claim with all that its record packs into one row; `values` as `claimKeys` names them. */
export type ClaimFacts = {
  values: readonly Value[]
  /** The version of the article that it was quoted from. */
  version: VersionRow | undefined
  claimant: ClaimantRow | undefined
  reporter: ClaimantRow | undefined
  rating: RatingRow | undefined
  /** The rating before the last correction. */
  correctedFrom: RatingRow | undefined
  checker: PersonRow | undefined
  reviewer: PersonRow | undefined
  adjudicator: PersonRow | undefined
  tags: readonly string[]
  stances: readonly StanceRow[]
  /** How many of its sources are independent of each other. */
  independent: number
}

// What is stored stands in a row by its place, which is looked up once.
function stored(key: ClaimKey): (claim: ClaimFacts) => Value {
  const index = claimKeys.indexOf(key)
  return ({ values }) => values[index] ?? null
}
// These columns hold whole numbers.
const storedNumber = (key: ClaimKey) => stored(key) as (claim: ClaimFacts) => number
const [idOf, articleOf, numberOf] = [storedNumber('id'), storedNumber('articleId'), storedNumber('number')]

// What an imported file may say in our place is never plain: see imported.ts.
export const claimColumns: readonly Column<ClaimFacts>[] = [
  ['claim_id', stored('id')],
  ['claim_number', (c) => claimNumber({ articleId: articleOf(c), number: numberOf(c) }), 'plain'],
  ['claim_url', (c, { origin }) => `${origin}/claims/${idOf(c)}`, 'plain'],
  ['article_id', stored('articleId')],
  ['article_title', (c) => c.version?.title ?? null],
  ['article_url', (c, { origin }) => `${origin}/articles/${articleOf(c)}`, 'plain'],
  ['article_published_on', (c) => c.version?.publishedOn ?? null],
  ['outlet', (c) => c.version?.outlet ?? null],
  ['statement', stored('statement')],
  ['quote', stored('quote')],
  ['quote_start', stored('quoteStart')],
  ['quote_end', stored('quoteEnd')],
  ['claimant', (c) => c.claimant?.name ?? null],
  ['claimant_role', (c) => c.claimant?.role || null],
  ['reported_by', (c) => c.reporter?.name ?? null],
  ['claimed_on', stored('claimedOn')],
  ['claim_kind', stored('kind'), 'plain'],
  ['tags', (c) => c.tags],
  ['state', stored('state')],
  ['rating', (c) => c.rating?.key ?? null],
  ['rating_value', (c) => c.rating?.value ?? null],
  ['rating_scale', (c) => c.rating?.scale ?? null],
  ['rationale', stored('rationale')],
  ['decision_basis', stored('basis')],
  ['evidence_count', (c) => c.stances.length],
  ['supports_count', (c) => countOf(c, 'supports')],
  ['refutes_count', (c) => countOf(c, 'refutes')],
  ['context_count', (c) => countOf(c, 'context')],
  ['source_urls', (c) => urlsOf(c)],
  ['checker', (c) => c.checker?.name ?? null],
  ['reviewer', (c) => c.reviewer?.name ?? null],
  ['decided_at', stored('decidedAt')],
  ['published_at', stored('publishedAt')],
  ['correction_count', stored('correctionCount')],
  ['last_correction_at', stored('lastCorrectionAt')],
  ['corrected_from', (c) => c.correctedFrom?.key ?? null],
  ['language', (c) => c.version?.language ?? null],
  ['exported_at', (_, { at }) => at, 'plain'],
  ['schema_version', () => schemaVersion],
  ['adjudicator', (c) => c.adjudicator?.name ?? null],
  ['difference', stored('difference')],
  ['override_reason', stored('overrideReason')],
  ['decision_number', stored('decisionNumber')],
  ['article_version', (c) => c.version?.number ?? null],
  ['quote_standing', stored('standing'), 'plain'],
  ['independent_sources', (c) => c.independent],
  // Filled in for what came out of a file.
  ['imported_rating', () => null],
  ['imported_url', () => null],
]

function countOf({ stances }: ClaimFacts, wanted: string): number {
  let count = 0
  for (const [, stance] of stances) if (stance === wanted) count += 1
  return count
}

function urlsOf({ stances }: ClaimFacts): readonly string[] {
  const urls: string[] = []
  for (const [, , url] of stances) if (url !== null && !urls.includes(url)) urls.push(url)
  return urls
}
