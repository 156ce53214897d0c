import type { Conn, Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { BadInput, Conflict, missing } from '../errors.ts'
import { canonical, changes, record, sha256 } from '../history/record.ts'
import { type NewSource, type Source, seesConfidential } from '../sources/source.ts'
import { findClaim, findItem, findSame, insertEvidence, itemsOfClaim, updateEvidence } from './store.ts'
import type { Stance } from './words.ts'

/** What a piece of evidence says: the verbatim passage, where it stands in the source, and the checker's note. */
export type EvidenceText = { stance: Stance; passage: string | null; locator: string | null; note: string | null }

export type EvidenceItem = EvidenceText & {
  id: number
  claimId: number
  addedBy: string | null
  createdAt: string
  version: number
  withdrawnAt: string | null
  withdrawnReason: string | null
  withdrawnBy: string | null
  source: NewSource & Pick<Source, 'id'>
}

/** One piece of evidence with its claim. */
export type EvidenceOnClaim = { item: EvidenceItem; claim: ClaimOfEvidence }

/** What is known here of the claim that evidence is about. */
export type ClaimOfEvidence = NonNullable<Awaited<ReturnType<typeof findClaim>>>

/** The evidence on a claim, oldest first, withdrawn items last; from confidential sources only for those who may see them. */
export async function evidenceOf(conn: Conn, viewer: Person, claimId: number): Promise<EvidenceItem[]> {
  const items = await itemsOfClaim(conn, claimId, seesConfidential(viewer))
  return [...items.filter((item) => !item.withdrawnAt), ...items.filter((item) => item.withdrawnAt)]
}

/** One piece of evidence and its claim. Throws NotFound, also when its source is confidential and the viewer may not know of it. */
export async function readEvidence(conn: Conn, viewer: Person, id: number): Promise<EvidenceOnClaim> {
  const item = (await findItem(conn, id)) ?? missing('evidence')
  if (item.source.confidential && !seesConfidential(viewer)) missing('evidence')
  return { item, claim: await claimOfEvidence(conn, item.claimId) }
}

/** Throws NotFound. */
export async function claimOfEvidence(conn: Conn, id: number): Promise<ClaimOfEvidence> {
  return (await findClaim(conn, id)) ?? missing('claim')
}

export type NewEvidence = EvidenceText & { claimId: number; sourceId: number }

/**
 * Adds evidence and its event in a transaction; `actor` is null for the program itself. Throws BadInput without passage
 * and note, Conflict on a claim set aside or when the claim has the same source, stance and passage.
 */
export async function addEvidence(tx: Tx, actor: { id: number } | null, input: NewEvidence): Promise<number> {
  const { claimId, sourceId, ...text } = input
  const claim = await claimOfEvidence(tx, claimId)
  refuseSetAside(claim)
  refuseSilence(text)
  if (await findSame(tx, input)) throw new Conflict(repeated)
  const id = await insertEvidence(tx, { ...input, addedById: actor?.id ?? null })
  await record(tx, actor, 'evidence.added', subject(claim, sourceId), {
    evidence: id,
    stance: text.stance,
    sha256: fingerprint(text, sourceId),
  })
  return id
}

type Edit = EvidenceText & { id: number; version: number }

/** Throws BadInput like `addEvidence`, and Conflict when somebody saved or withdrew the item since `version`. */
export function editEvidence(db: Db, person: Person, { id, version, ...text }: Edit): Promise<void> {
  permit(person, 'evidence.edit')
  return write(db, async (tx) => {
    const { item, claim } = await readEvidence(tx, person, id)
    refuseWithdrawn(item)
    if (item.version !== version) throw new Conflict(raced, { ...typedForm(item), version: String(item.version) })
    refuseSilence(text)
    const changed = changes<EvidenceText>(item, text)
    if (!changed) return
    const same = await findSame(tx, { ...text, claimId: claim.id, sourceId: item.source.id })
    if (same && same.id !== id) throw new Conflict(repeated)
    await updateEvidence(tx, id, { ...text, version: version + 1 })
    const fields = Object.keys(changed.after)
    const digest = fingerprint(text, item.source.id)
    await record(tx, person, 'evidence.edited', subject(claim, item.source.id), {
      evidence: id,
      fields,
      sha256: digest,
    })
  })
}

/** Takes evidence out of the balance; it stays readable with the reason. Throws Conflict when it was withdrawn before. */
export function withdrawEvidence(
  db: Db,
  person: Person,
  { id, reason }: { id: number; reason: string },
): Promise<void> {
  permit(person, 'evidence.edit')
  return write(db, async (tx) => {
    const { item, claim } = await readEvidence(tx, person, id)
    refuseWithdrawn(item)
    const version = item.version + 1
    await updateEvidence(tx, id, { version, withdrawnAt: tx.now, withdrawnById: person.id, withdrawnReason: reason })
    await record(tx, person, 'evidence.withdrawn', subject(claim, item.source.id), { evidence: id, reason })
  })
}

/** Evidence as its form holds it. */
export function typedForm({ stance, passage, locator, note }: EvidenceText): Record<keyof EvidenceText, string> {
  return { stance, passage: passage ?? '', locator: locator ?? '', note: note ?? '' }
}

/** What to do about evidence with neither passage nor note. */
export const nothingSaid = 'Quote a passage, or write a note that says what the source shows.'

const repeated =
  'This claim already has this source with the same stance and passage. Change the passage, or edit the evidence that is there.'
const raced =
  'A colleague saved this evidence while you were typing. Your text is still here; theirs stands beside each field that differs. Save again to put yours in its place.'

const subject = (claim: ClaimOfEvidence, source: number) => ({ article: claim.articleId, claim: claim.id, source })

const fingerprint = ({ stance, passage, locator, note }: EvidenceText, source: number) =>
  sha256(canonical({ stance, passage, locator, note, source })).toString('hex')

function refuseSetAside(claim: ClaimOfEvidence): void {
  if (claim.state === 'set_aside')
    throw new Conflict('This claim is set aside, so it takes no evidence. Take it up again first.')
}

function refuseSilence({ passage, note }: EvidenceText): void {
  if (!passage && !note)
    throw new BadInput({ passage: 'Quote a passage, or write a note that says what the source shows.' })
}

function refuseWithdrawn({ withdrawnAt }: EvidenceItem): void {
  if (withdrawnAt) throw new Conflict('This evidence was withdrawn. Add it again if it should count after all.')
}
