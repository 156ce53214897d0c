import type { Tx } from '../../db/conn.ts'
import { addImportedClaim } from '../claims/imported.ts'
import { addImportedEvidence } from '../evidence/imported.ts'
import { addImportedCheck } from '../precedents/imported.ts'
import { findOrAddImported } from '../sources/imported.ts'
import { addImportedVerdict } from '../verdicts/imported.ts'
import { type OwnTaking, takeOwnClaim, takeOwnEvidence } from './own-take.ts'
import type { Place } from './place.ts'
import type { ClaimRow } from './row.ts'
import type { Fresh } from './rows.ts'

/** Who takes rows in, out of which import, and where its claims stand. */
export type Taking = OwnTaking & { place: Place | undefined }

/** Makes of a row what it tells of. */
export async function takeRow(
  tx: Tx,
  taking: Taking,
  fresh: Fresh,
): Promise<{ claimId: number; evidenceId?: number } | { checkId: number }> {
  const { value } = fresh
  if (value.kind === 'own_claims') return { claimId: await takeOwnClaim(tx, taking, value, fresh.line) }
  if (value.kind === 'own_evidence') return takeOwnEvidence(tx, taking, value)
  if (value.kind === 'claims') return { claimId: await addClaim(tx, taking, { ...fresh, value }) }
  const { kind: _kind, ...check } = value
  return { checkId: await addImportedCheck(tx, taking.person, { ...check, importId: taking.importId }) }
}

async function addClaim(
  tx: Tx,
  { person, importId, place }: Taking,
  { row, line, value }: { row: number; line: number; value: ClaimRow },
): Promise<number> {
  const span = place?.spans.get(row)
  if (!place || !span) throw new Error('This row has no place in the article')
  const { articleId, versionId, text } = place
  const { start, end } = span
  const { statement, claimant, role, place: claimedPlace, stated: claimedOn, tags, ratingId, label } = value
  const about = { articleId, versionId, text, start, end, statement, claimant, role, claimedPlace, claimedOn }
  const claimId = await addImportedClaim(tx, person, { ...about, tags, ratingId })
  if (label !== null || value.rationale !== null)
    await addImportedVerdict(tx, {
      claimId,
      importId,
      line,
      ratingId,
      label: label ?? 'No rating',
      rationale: value.rationale ?? '',
      checkedOn: value.checked,
      checker: value.checker,
      url: value.url,
    })
  const sources = new Set<number>()
  for (const source of value.sources) sources.add(await findOrAddImported(tx, person, source))
  for (const sourceId of sources) await addImportedEvidence(tx, person, { claimId, sourceId })
  return claimId
}
