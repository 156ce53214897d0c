import type { Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { Conflict, lostRace } from '../errors.ts'
import { aboutClaim } from '../history/events.ts'
import { changes, record } from '../history/record.ts'
import {
  type EvidenceItem,
  type EvidenceText,
  evidenceValues,
  fingerprint,
  readEvidence,
  refuseSilence,
  repeated,
  toldOf,
} from './evidence.ts'
import { lookUp } from './look-up.ts'
import { findSame, updateEvidence } from './store.ts'

type Edit = EvidenceText & { id: number; version: number }

/** Throws BadInput like `addEvidence`, and Conflict when somebody saved or withdrew the item since `version`. */
export const editEvidence = (db: Db, person: Person, edit: Edit): Promise<void> =>
  write(db, (tx) => editEvidenceIn(tx, person, edit))

/** The same inside a change that does more. */
export async function editEvidenceIn(tx: Tx, person: Person, { id, version, ...text }: Edit): Promise<void> {
  permit(person, 'evidence.edit')
  const { item, claim } = await readEvidence(tx, person, id)
  refuseWithdrawn(item)
  if (item.version !== version) throw lostRace('this evidence', evidenceValues(item))
  refuseSilence(text)
  const changed = changes<EvidenceText>(item, text)
  if (!changed) return
  const same = await findSame(tx, { ...text, claimId: claim.id, sourceId: item.source.id })
  if (same && same.id !== id) throw new Conflict(repeated)
  const { place, locator } = await lookUp(tx, item.source.id, text.passage)
  const kept = { ...text, locator: text.locator ?? locator }
  await updateEvidence(tx, id, { ...place, ...kept, version: version + 1 })
  const about = { ...aboutClaim(claim), source: item.source.id }
  const sha256 = fingerprint(kept, item.source.id)
  const told = { evidence: id, fields: Object.keys(changed.after), sha256, ...toldOf(place) }
  await record(tx, person, 'evidence.edited', about, told)
}

type Withdrawal = { id: number; reason: string }

/** Takes evidence out of the balance; it stays readable with the reason. Throws Conflict when it was withdrawn before. */
export const withdrawEvidence = (db: Db, person: Person, withdrawal: Withdrawal): Promise<void> =>
  write(db, (tx) => withdrawEvidenceIn(tx, person, withdrawal))

/** The same inside a change that does more. */
export async function withdrawEvidenceIn(tx: Tx, person: Person, { id, reason }: Withdrawal): Promise<void> {
  permit(person, 'evidence.edit')
  const { item, claim } = await readEvidence(tx, person, id)
  refuseWithdrawn(item)
  const version = item.version + 1
  await updateEvidence(tx, id, { version, withdrawnAt: tx.now, withdrawnById: person.id, withdrawnReason: reason })
  const about = { ...aboutClaim(claim), source: item.source.id }
  await record(tx, person, 'evidence.withdrawn', about, { evidence: id, reason })
}

function refuseWithdrawn({ withdrawnAt }: EvidenceItem): void {
  if (withdrawnAt) throw new Conflict('This evidence was withdrawn. Add it again if it should count after all.')
}
