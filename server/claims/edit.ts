import type { Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { lostRace } from '../errors.ts'
import { aboutClaim } from '../history/events.ts'
import { changes, record } from '../history/record.ts'
import { permitAssignment, recordAssignment, refuseUnassignable } from './assignment.ts'
import { type ClaimDetails, type ClaimRecord, readClaim } from './claim.ts'
import { type Claimant, findOrAddClaimant, readClaimant, sayKind } from './claimant.ts'
import { comparable } from './comparable.ts'
import { claimValues } from './field-values.ts'
import { updateClaim } from './store.ts'
import { setTags } from './tag-store.ts'
import type { Priority } from './words.ts'

export type ClaimEdit = ClaimDetails & { version: number }

/** Changes what is known about a claim; quote and place stay. Throws Conflict with all fields as they are now. */
export const editClaim = (db: Db, person: Person, id: number, edit: ClaimEdit): Promise<void> =>
  write(db, async (tx) => editClaimIn(tx, person, await readClaim(tx, id), edit))

/** The same inside a change that does more; the claim was read in it. */
export async function editClaimIn(tx: Tx, person: Person, claim: ClaimRecord, edit: ClaimEdit): Promise<void> {
  permit(person, 'claim.edit')
  if (claim.version !== edit.version) throw lostRace('this claim', claimValues(claim))
  const changedFields = await saveFields(tx, person, claim, edit)
  const changedAssignee = await saveAssignee(tx, person, claim, edit.assigneeId)
  if (changedFields || changedAssignee) await updateClaim(tx, claim.id, { version: claim.version + 1 })
}

/** What is said of many claims at once: no two of them need it otherwise. */
export type Shared = { dueOn: string | null; priority: Priority; tags: string[] }

/** Changes some of these inside a transaction, as one edit. Throws Forbidden. */
export async function changeShared(
  tx: Tx,
  person: Person,
  claim: Shared & Pick<ClaimRecord, 'id' | 'articleId' | 'version'>,
  to: Partial<Shared>,
): Promise<void> {
  permit(person, 'claim.edit')
  const { dueOn, priority, tags } = claim
  const changed = changes({ dueOn, priority, tags }, to)
  if (!changed) return
  const { tags: tagsAfter, ...plain } = to
  await updateClaim(tx, claim.id, { ...plain, version: claim.version + 1 })
  if (tagsAfter) await setTags(tx, claim.id, tagsAfter)
  await record(tx, person, 'claim.edited', aboutClaim(claim), changed)
}

async function saveFields(tx: Tx, person: Person, claim: ClaimRecord, edit: ClaimEdit): Promise<boolean> {
  const claimant = await claimantMeant(tx, person, claim.claimant, named(edit.claimant, edit.claimantRole ?? ''))
  if (claimant) await sayKind(tx, person, claimant.id, edit.claimantKind ?? null)
  const reportedBy = await claimantMeant(tx, person, claim.reportedBy, named(edit.reportedBy, null))
  const tags = sameTags(claim.tags, edit.tags) ? claim.tags : edit.tags
  const { statement, claimedOn, claimedPlace, kind, priority, dueOn } = edit
  const plain = { statement, claimedOn, claimedPlace, kind, priority, dueOn }
  const told = { ...plain, tags, claimant: labelOf(claimant), reportedBy: labelOf(reportedBy) }
  const changed = changes(toldOf(claim), told)
  if (!changed) return false
  const ids = { claimantId: claimant?.id ?? null, reportedById: reportedBy?.id ?? null }
  await updateClaim(tx, claim.id, { ...plain, ...ids })
  if (tags !== claim.tags) await setTags(tx, claim.id, tags)
  await record(tx, person, 'claim.edited', aboutClaim(claim), changed)
  return true
}

// The fields of a claim as the history tells them.
function toldOf({ statement, claimedOn, claimedPlace, kind, priority, dueOn, tags, ...claim }: ClaimRecord) {
  const plain = { statement, claimedOn, claimedPlace, kind, priority, dueOn }
  return { ...plain, tags, claimant: labelOf(claim.claimant), reportedBy: labelOf(claim.reportedBy) }
}

async function saveAssignee(tx: Tx, person: Person, claim: ClaimRecord, after: number | null): Promise<boolean> {
  if ((claim.assignee?.id ?? null) === after) return false
  permitAssignment(person, claim.assignee, after)
  await refuseUnassignable(tx, after)
  await updateClaim(tx, claim.id, { assigneeId: after })
  await recordAssignment(tx, person, claim, after)
  return true
}

// `role` null: the form has no field for it, so a name left as it was means the claimant as it was.
type Meant = { name: string; role: string | null } | null
const named = (name: string | null, role: string | null): Meant => (name === null ? null : { name, role })

async function claimantMeant(tx: Tx, person: Person, was: Claimant | null, meant: Meant) {
  if (meant === null) return null
  const { name, role } = meant
  const sameName = was && comparable(was.name) === comparable(name)
  if (sameName && (role === null || comparable(was.role) === comparable(role))) return was
  return readClaimant(tx, await findOrAddClaimant(tx, person, { name, role: role ?? '' }))
}

const labelOf = (claimant: Claimant | null): string | null =>
  claimant && (claimant.role ? `${claimant.name}, ${claimant.role}` : claimant.name)

const sameTags = (a: readonly string[], b: readonly string[]): boolean =>
  a.map(comparable).sort().join('\n') === b.map(comparable).sort().join('\n')
