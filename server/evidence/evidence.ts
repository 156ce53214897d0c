import type { Conn, Tx } from '../../db/conn.ts'
import type { Person } from '../accounts/permissions.ts'
import { BadInput, Conflict, missing } from '../errors.ts'
import { aboutClaim } from '../history/events.ts'
import { canonical, record, sha256 } from '../history/record.ts'
import { type Source, type SourceDetails, seesConfidential } from '../sources/source.ts'
import { formValues } from '../values/form-values.ts'
import { type PassagePlace, lookUp } from './look-up.ts'
import { findClaim, findItem, findNumbered, findSame, insertEvidence, itemsOfClaim } from './store.ts'
import type { Stance } from './words.ts'

/** What a piece of evidence says: the verbatim passage, where it stands in the source, and the checker's note. */
export type EvidenceText = { stance: Stance; passage: string | null; locator: string | null; note: string | null }

export type EvidenceItem = EvidenceText &
  PassagePlace & {
    id: number
    claimId: number
    addedBy: string | null
    createdAt: string
    version: number
    withdrawnAt: string | null
    withdrawnReason: string | null
    withdrawnBy: string | null
    /** When the copy was kept that the passage was looked up in, and the one it was last found in. */
    copyAt: string | null
    lastCopyAt: string | null
    /** `originId` is null, and `origin` too, when it names a source that the viewer may not know of. */
    source: SourceDetails & Pick<Source, 'id' | 'origin'> & { originId: number | null }
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

/** How many of the items count: withdrawn ones do not. */
export const countStanding = (items: EvidenceItem[]): number => items.filter((item) => !item.withdrawnAt).length

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

/** The id of the claim that people call by a number such as 1-9. Throws NotFound. */
export async function claimNumbered(conn: Conn, number: string): Promise<number> {
  const [, article, within] = /^\s*(\d{1,9})-(\d{1,9})\s*$/.exec(number) ?? []
  const found =
    article && within ? await findNumbered(conn, { articleId: Number(article), number: Number(within) }) : undefined
  return found ?? missing('claim')
}

export type NewEvidence = EvidenceText & { claimId: number; sourceId: number }

/**
 * Adds evidence and its event in a transaction, and looks its passage up in the copy of the source; `actor` is null for the program itself. Throws BadInput without passage
 * and note, Conflict on a claim set aside or when the claim has the same source, stance and passage.
 */
export async function addEvidence(tx: Tx, actor: { id: number } | null, input: NewEvidence): Promise<number> {
  const { claimId, sourceId, ...text } = input
  const claim = await claimOfEvidence(tx, claimId)
  refuseSetAside(claim)
  refuseSilence(text)
  if (await findSame(tx, input)) throw new Conflict(repeated)
  const { place, locator } = await lookUp(tx, sourceId, text.passage)
  const kept = { ...text, locator: text.locator ?? locator }
  const row = { ...place, ...kept, claimId, sourceId, addedById: actor?.id ?? null }
  const id = await insertEvidence(tx, row)
  await record(
    tx,
    actor,
    'evidence.added',
    { ...aboutClaim(claim), source: sourceId },
    {
      evidence: id,
      stance: text.stance,
      sha256: fingerprint(kept, sourceId),
      ...toldOf(place),
    },
  )
  return id
}

/** What the history says of where a passage was found. */
export const toldOf = ({ passageMatch, snapshotId }: PassagePlace) => ({
  ...(passageMatch && { passage: passageMatch }),
  ...(snapshotId !== null && { snapshot: snapshotId }),
})

/** Evidence as the fields of its form hold it, and the version. */
export const evidenceValues = ({ stance, passage, locator, note, version }: EvidenceItem): Record<string, string> =>
  formValues({ stance, passage, locator, note, version })

/** What to do about evidence with neither passage nor note. */
export const nothingSaid = 'Quote a passage, or write a note that says what the source shows.'

/** What to do about evidence that says what other evidence on the claim says. */
export const repeated =
  'This claim already has this source with the same stance and passage. Change the passage, or edit the evidence that is there.'

/** SHA-256 of what the evidence says, in hexadecimal: canonical JSON of stance, passage, locator, note and the id of the source. */
export const fingerprint = ({ stance, passage, locator, note }: EvidenceText, source: number) =>
  sha256(canonical({ stance, passage, locator, note, source })).toString('hex')

function refuseSetAside(claim: ClaimOfEvidence): void {
  if (claim.state === 'set_aside')
    throw new Conflict('This claim is set aside, so it takes no evidence. Take it up again first.')
}

/** Throws BadInput for evidence with neither passage nor note. */
export function refuseSilence({ passage, note }: EvidenceText): void {
  if (!passage && !note) throw new BadInput({ passage: nothingSaid })
}
