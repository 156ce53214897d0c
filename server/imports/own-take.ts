import type { Tx } from '../../db/conn.ts'
import type { Person } from '../accounts/permissions.ts'
import { addOwnClaim } from '../claims/imported.ts'
import type { ClaimState } from '../claims/words.ts'
import { addOwnEvidence } from '../evidence/imported.ts'
import { findOrAddOwn } from '../sources/imported.ts'
import { addImportedVerdict } from '../verdicts/imported.ts'
import type { OwnPlaces } from './own-articles.ts'
import type { OwnClaim, OwnEvidence } from './own-row.ts'
import { type allRatings, insertOwnClaim, insertOwnEvidence, sourceMade } from './own-store.ts'

type Ratings = Awaited<ReturnType<typeof allRatings>>

/** What rows of our own files are taken in with: where claims stand, what ratings there are, and which claims came before. */
export type OwnTaking = {
  person: Person
  importId: number
  places: OwnPlaces
  ratings: Ratings
  claimsHere: ReadonlyMap<number, number>
}

/** Makes a claim of a row of our own file. Its verdict is an imported one: nobody here gave it. */
export async function takeOwnClaim(tx: Tx, taking: OwnTaking, claim: OwnClaim, line: number): Promise<number> {
  const { person, importId, places, ratings } = taking
  const place = places(claim)
  const span = place?.spans.get(claim.claimThere)
  if (!place || !span) throw new Error('This row has no place in its article')
  const { articleId, versionId, text } = place
  const { rating, standing, statement, claimant, role, reportedBy, claimedOn, tags, cells } = claim
  const known = ratings.find(({ key, scale }) => key === rating?.key && scale === rating.scale)
  const state = stateHere(claim.state, known !== undefined)
  const there = { id: claim.claimThere, number: claim.number, articleId, versionId, text, ...span }
  const said = { statement, kind: claim.claimKind, claimant, role, reportedBy, claimedOn, claimedPlace: null, tags }
  const ratingId = state === 'decided' && known ? known.id : null
  const claimId = await addOwnClaim(tx, person, { ...there, ...said, standing, state, ratingId })
  await insertOwnClaim(tx, { claimId, importId, claimThere: claim.claimThere, state, cells })
  if (rating)
    await addImportedVerdict(tx, {
      claimId,
      importId,
      line,
      ratingId: known?.id ?? null,
      label: known?.label ?? rating.key,
      rationale: claim.rationale,
      checkedOn: /^\d{4}(-\d\d){0,2}/.exec(cells.decided_at ?? '')?.[0] ?? null,
      checker: cells.checker ?? null,
      url: /^https?:/.test(claim.url) ? claim.url : null,
    })
  return claimId
}

// What was being checked, reviewed or published there is none of that here: nobody here has done it.
function stateHere(state: ClaimState, isRated: boolean): ClaimState {
  if (state === 'candidate' || state === 'set_aside') return state
  return (state === 'decided' || state === 'published') && isRated ? 'decided' : 'open'
}

/** Makes evidence of a row of our own file, on the claim that came with the claims of the same export. */
export async function takeOwnEvidence(
  tx: Tx,
  { person, importId, claimsHere }: OwnTaking,
  row: OwnEvidence,
): Promise<{ claimId: number; evidenceId: number }> {
  const claimId = claimsHere.get(row.claimThere)
  if (claimId === undefined) throw new Error('The claim of this evidence did not come out of a file')
  const { stance, passage, locator, cells } = row
  const sourceId =
    (await sourceMade(tx, importId, row.sourceThere)) ??
    (await findOrAddOwn(tx, person, { id: row.sourceThere, ...row.source }))
  const evidenceId = await addOwnEvidence(tx, person, {
    id: row.evidenceThere,
    claimId,
    sourceId,
    stance,
    passage,
    locator,
  })
  await insertOwnEvidence(tx, { evidenceId, importId, sourceThere: row.sourceThere, cells })
  return { claimId, evidenceId }
}
