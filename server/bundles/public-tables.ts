import type { Cell } from '../exports/csv.ts'
import type { PublicClaim } from '../reports/public.ts'
import { csvFile } from './file.ts'
import type { BundleFile } from './zip.ts'

type Row<T> = { claim: PublicClaim; item: T }
type Column<T> = readonly [name: string, of: (row: Row<T>, origin: string) => Cell]
type Columns<T> = readonly Column<T>[]

const own: Columns<unknown> = [
  ['claim_key', ({ claim }) => claim.key],
  ['claim_url', ({ claim }, origin) => origin + claim.path],
]

const claimColumns: Columns<PublicClaim> = [
  ['state', ({ item }) => item.state],
  ['statement', ({ item }) => item.statement],
  ['quote', ({ item }) => item.quote.exact],
  ['quote_start', ({ item }) => item.quote.start],
  ['quote_end', ({ item }) => item.quote.end],
  ['text_sha256', ({ item }) => item.quote.textSha256],
  ['claimant', ({ item }) => item.claimant?.name ?? null],
  ['claimant_role', ({ item }) => item.claimant?.role || null],
  ['claimant_kind', ({ item }) => item.claimant?.kind ?? null],
  ['reported_by', ({ item }) => item.reportedBy?.name ?? null],
  ['claimed_on', ({ item }) => item.claimedOn],
  ['claim_kind', ({ item }) => item.kind],
  ['tags', ({ item }) => item.tags],
  ['evidence_count', ({ item }) => item.evidence.length],
  ['correction_count', ({ item }) => item.corrections.length],
  ['published_at', ({ item }) => item.publishedAt],
  ['updated_at', ({ item }) => item.updatedAt],
  ['page_sha256', ({ item }) => item.history.content],
  ['event_hash', ({ item }) => item.history.hash],
]

const verdictColumns: Columns<NonNullable<PublicClaim['finding']>> = [
  ['rating', ({ item }) => item.rating.key],
  ['rating_label', ({ item }) => item.rating.label],
  ['rating_value', ({ item }) => item.rating.value],
  ['rating_scale', ({ item }) => item.rating.scale],
  ['rating_definition', ({ item }) => item.rating.definition],
  ['rationale', ({ item }) => item.rationale],
  ['explanation', ({ item }) => item.explanation],
  ['decision_basis', ({ item }) => item.basis],
  ['reviewed', ({ item }) => item.reviewed],
  ['checker', ({ item }) => item.checkedBy],
  ['reviewer', ({ item }) => item.reviewedBy],
  ['decided_at', ({ item }) => item.decidedAt],
]

const evidenceColumns: Columns<PublicClaim['evidence'][number]> = [
  ['evidence_number', ({ item }) => item.number],
  ['stance', ({ item }) => item.stance],
  ['source_title', ({ item }) => item.source.title],
  ['publisher', ({ item }) => item.source.publisher],
  ['author', ({ item }) => item.source.author],
  ['source_published_on', ({ item }) => item.source.publishedOn],
  ['source_kind', ({ item }) => item.source.kind],
  ['primary', ({ item }) => item.source.primary],
  ['interest', ({ item }) => item.source.interest],
  ['url', ({ item }) => item.source.url],
  ['archived_url', ({ item }) => item.source.archivedUrl],
  ['doi', ({ item }) => item.source.doi],
  ['isbn', ({ item }) => item.source.isbn],
  ['passage', ({ item }) => item.passage],
  ['locator', ({ item }) => item.locator],
  ['passage_url', ({ item }) => item.passageUrl],
  ['passage_found', ({ item }) => item.copy?.match ?? null],
  ['copy_sha256', ({ item }) => item.copy?.sha256 ?? null],
  ['accessed_at', ({ item }) => item.copy?.capturedAt ?? null],
  ['added_at', ({ item }) => item.addedAt],
]

const correctionColumns: Columns<PublicClaim['corrections'][number]> = [
  ['correction_number', ({ item }) => item.number],
  ['kind', ({ item }) => item.kind],
  ['note', ({ item }) => item.note],
  ['corrected_at', ({ item }) => item.at],
  ['rating_before', ({ item }) => item.before.rating.label],
  ['rationale_before', ({ item }) => item.before.rationale],
  ['rating_after', ({ item }) => item.after?.rating.label ?? null],
  ['rationale_after', ({ item }) => item.after?.rationale ?? null],
]

const replyColumns: Columns<PublicClaim['replies'][number]> = [
  ['purpose', ({ item }) => item.purpose],
  ['whom', ({ item }) => item.whom],
  ['way', ({ item }) => item.way],
  ['asked', ({ item }) => item.asked],
  ['asked_on', ({ item }) => item.askedOn],
  ['deadline_on', ({ item }) => item.deadlineOn],
  ['outcome', ({ item }) => item.outcome],
  ['answer', ({ item }) => item.answer],
  ['answered_on', ({ item }) => item.answeredOn],
]

/** The published claims of a report as tables; the verdicts are the decisions that are public. */
export function publicTables(claims: readonly PublicClaim[], origin: string): BundleFile[] {
  function table<T>(name: string, columns: Columns<T>, items: (claim: PublicClaim) => readonly T[]): BundleFile {
    const all: Columns<T> = [...own, ...columns]
    const rows = claims.flatMap((claim) => items(claim).map((item) => all.map(([, of]) => of({ claim, item }, origin))))
    return csvFile(
      `${name}.csv`,
      all.map(([column]) => column),
      rows,
    )
  }
  return [
    table('claims', claimColumns, (claim) => [claim]),
    table('verdicts', verdictColumns, ({ finding }) => (finding ? [finding] : [])),
    table('evidence', evidenceColumns, ({ evidence }) => evidence),
    table('corrections', correctionColumns, ({ corrections }) => corrections),
    table('replies', replyColumns, ({ replies }) => replies),
  ]
}
