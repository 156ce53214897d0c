import { passageUrl } from '../evidence/passage-url.ts'
import type { PassageMatch } from '../evidence/words.ts'
import type { Snapshot } from '../snapshots/snapshot.ts'
import type { Column } from './column.ts'
import type { EvidenceRow } from './evidence-store.ts'

const passageFound: Record<PassageMatch, string> = { exact: 'yes', near: 'nearly', missing: 'no' }

/** A row of evidence with the newest copy of its source, if one is kept. */
export type EvidenceFacts = EvidenceRow & { copy: Pick<Snapshot, 'sha256' | 'capturedAt'> | undefined }

// The copy that the passage was looked up in counts; where it was looked up in none, the newest.
export const evidenceColumns: readonly Column<EvidenceFacts>[] = [
  ['evidence_id', (e) => e.id],
  ['claim_id', (e) => e.claimId],
  ['source_id', (e) => e.sourceId],
  ['source_title', (e) => e.sourceTitle],
  ['publisher', (e) => e.publisher],
  ['url', (e) => e.url],
  ['archived_url', (e) => e.archivedUrl],
  ['accessed_at', (e) => e.copyAt ?? e.copy?.capturedAt ?? null],
  ['stance', (e) => e.stance],
  ['source_kind', (e) => e.sourceKind],
  ['primary', (e) => e.primary],
  ['passage', (e) => e.passage],
  ['locator', (e) => e.locator],
  ['passage_found', (e) => e.passageMatch && passageFound[e.passageMatch]],
  ['sha256', (e) => e.sha256 ?? e.copy?.sha256 ?? null],
  ['added_by', (e) => e.addedBy],
  ['added_at', (e) => e.addedAt],
  ['passage_url', (e) => passageUrl(e.url, e)],
]
