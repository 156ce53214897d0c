import type { Conn, Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, can, permit } from '../accounts/permissions.ts'
import { BadInput, Conflict, lostRace, missing } from '../errors.ts'
import { changes, record } from '../history/record.ts'
import { fromWeb, keepSnapshot } from '../snapshots/snapshot.ts'
import { formValues } from '../values/form-values.ts'
import { doiOf } from './doi.ts'
import type { Copy } from './held.ts'
import { keyOf, keysOf, originIdIn } from './keys.ts'
import { keepRevision } from './revision.ts'
import { followSecrecy } from './secrecy.ts'
import { findAlike, findByAddress, findByDoi, findSource, insertSource, updateSource } from './store.ts'
import type { SourceKind } from './words.ts'

/** What is shown of a source wherever it is named. Unknown parts are null; `publishedOn` may be `2025` or `2025-04`. */
export type SourceDetails = {
  url: string | null
  archivedUrl: string | null
  title: string
  publisher: string | null
  author: string | null
  publishedOn: string | null
  kind: SourceKind
  primary: boolean
  interest: string | null
  confidential: boolean
  /** BCP 47 tag. */
  language?: string | null
  /** As `doiOf` and `isbnOf` write them. */
  doi?: string | null
  isbn?: string | null
}

/** What people say about a source; `origin` is where its information comes from: a name, or `/sources/12` for another source. */
export type NewSource = SourceDetails & { origin: string | null }

export type Source = Required<NewSource> & {
  id: number
  addedBy: { id: number; name: string } | null
  createdAt: string
  version: number
  /** The source that `origin` names. */
  originSource: NamedSource | null
  /** The source that this one was found to be the same as. */
  mergedIntoId: number | null
}

/** A source by name, for links. */
export type NamedSource = { id: number; title: string; confidential: boolean }

/** Whether confidential sources exist for this person. */
export const seesConfidential = (viewer: Person): boolean => can(viewer, 'source.seeConfidential')

/**
 * The source under that number, a merged one too. Throws NotFound also for a confidential source that the viewer may not
 * know of, and for one merged into such a source.
 */
export async function readSource(conn: Conn, viewer: Person, id: number): Promise<Source> {
  const source = await findSource(conn, id)
  const visible = source && (await findVisibleSource(conn, viewer, source.id))
  return visible ? shownTo(viewer, source) : missing('source')
}

/** The source, or the one it was merged into; undefined when there is none that the viewer may know of. */
export async function findVisibleSource(conn: Conn, viewer: Person, id: number): Promise<Source | undefined> {
  const source = await findSource(conn, id)
  if (!source || (source.confidential && !seesConfidential(viewer))) return undefined
  return source.mergedIntoId === null ? shownTo(viewer, source) : findVisibleSource(conn, viewer, source.mergedIntoId)
}

// That information comes from a confidential source is as confidential as that source.
function shownTo(viewer: Person, source: Source): Source {
  const hides = source.originSource?.confidential && !seesConfidential(viewer)
  return hides ? { ...source, origin: null, originSource: null } : source
}

/** The source already kept under this address, however it is spelt, or under this DOI; undefined for none, and for what is neither. */
export async function sourceAt(
  conn: Conn,
  viewer: Person,
  address: string | null,
  doi: string | null = null,
): Promise<NamedSource | undefined> {
  const found = await findKnown(conn, { url: address, doi: doiOf(doi ?? '') })
  return found && findVisibleSource(conn, viewer, found.id)
}

/** The source without an address of which the same is known, for a form that came twice. The viewer must be one who adds sources. */
export async function sourceLike(conn: Conn, input: NewSource): Promise<number | undefined> {
  return input.url === null ? findAlike(conn, { ...input, ...keysOf(input) }) : undefined
}

/**
 * Adds a source, with the copy of its page when there is one to be kept. Throws as `addSource` does, Conflict when there is one
 * without an address of which the same is known, and BadInput when there is no room for the copy.
 */
export function newSource(db: Db, person: Person, input: NewSource, copy?: Copy): Promise<number> {
  permit(person, 'source.add')
  return write(db, async (tx) => {
    if (await sourceLike(tx, input)) throw new Conflict(`This source is there already: “${input.title}”.`)
    const sourceId = await addSource(tx, person, input)
    if (copy) await keepSnapshot(tx, person, { sourceId, ...copied(copy) })
    return sourceId
  })
}

const copied = ({ fetched, content }: Copy) => ({ bytes: fetched.bytes, extracted: content, ...fromWeb(fetched) })

/**
 * Adds a source and its event; `actor` is null for the program itself. Throws Conflict when its address or DOI is known, BadInput
 * when it names a source as its origin that is not there.
 */
export async function addSource(tx: Tx, actor: { id: number } | null, typed: NewSource): Promise<number> {
  const input = withDoi(typed)
  await refuseTaken(tx, input)
  const source = await insertSource(tx, {
    ...input,
    ...keysOf(input),
    ...(await originOf(tx, input)),
    addedById: actor?.id ?? null,
  })
  const { kind, primary, confidential } = input
  await record(tx, actor, 'source.added', { source }, { kind, primary, confidential })
  return source
}

/** Throws as `addSource` does, and Conflict when somebody saved the source since `version` or merged it into another. */
export function editSource(
  db: Db,
  person: Person,
  { id, version, ...input }: NewSource & { id: number; version: number },
): Promise<void> {
  permit(person, 'source.edit')
  return write(db, async (tx) => {
    const before = await readSource(tx, person, id)
    refuseMerged(before)
    if (before.version !== version) throw lostRace('this source', sourceValues(before))
    const origin = await originOf(tx, input, id)
    await saveSource(tx, person, { before, after: { ...input, origin: origin.origin }, originId: origin.originId })
  })
}

type Saving = { before: Source; after: NewSource; originId: number | null }

/** Saves a source with its event and what changed; nothing happens when nothing did; `actor` is null for the program itself. Throws Conflict when the address or DOI is another's. */
export async function saveSource(
  tx: Tx,
  actor: { id: number } | null,
  { before, after: typed, originId }: Saving,
): Promise<string[]> {
  const after = withDoi(typed)
  const { id, version } = before
  const changed = changes<NewSource>(before, after)
  if (!changed) return []
  await refuseTaken(tx, after, id)
  await updateSource(tx, id, { ...after, ...keysOf(after), originId, version: version + 1 })
  await followSecrecy(tx, id, { before, after })
  const confidential = before.confidential || after.confidential
  const fields = Object.keys(changed.after)
  const seq = await record(tx, actor, 'source.edited', { source: id }, { fields })
  await keepRevision(tx, { sourceId: id, seq, ...changed, confidential })
  return fields
}

/** The source as it stands, confidential or merged or not: for what the program does by itself. */
export const sourceOfJob = (conn: Conn, id: number): Promise<Source | undefined> => findSource(conn, id)

/** Gives a source the address of an archived copy, as an edit by the program; false when it has another one already. */
export async function fillArchived(tx: Tx, id: number, archivedUrl: string): Promise<boolean> {
  const before = (await findSource(tx, id)) ?? missing('source')
  if (before.archivedUrl !== null) return before.archivedUrl === archivedUrl
  const originId = before.originSource?.id ?? null
  await saveSource(tx, null, { before, after: { ...newDetails(before), archivedUrl }, originId })
  return true
}

/** A source as the fields of its form hold it, and the version. */
export function sourceValues(source: Source): Record<string, string> {
  const { id: _id, addedBy: _by, createdAt: _at, originSource: _from, mergedIntoId: _into, ...typed } = source
  return formValues(typed)
}

/** Only what people said about the source. */
export function newDetails({
  url,
  archivedUrl,
  title,
  publisher,
  author,
  publishedOn,
  kind,
  ...rest
}: Source): NewSource {
  const { primary, interest, origin, confidential, language, doi, isbn } = rest
  const known = { url, archivedUrl, title, publisher, author, publishedOn, kind, language, doi, isbn }
  return { ...known, primary, interest, origin, confidential }
}

/** Throws Conflict for a source that was merged into another. */
export function refuseMerged({ title, mergedIntoId }: Source): void {
  if (mergedIntoId !== null) throw new Conflict(`“${title}” was merged into another source. Open that one instead.`)
}

// An address of doi.org says the DOI as well as its own field does.
const withDoi = (input: NewSource): NewSource => ({ ...input, doi: input.doi ?? doiOf(input.url ?? '') ?? null })

async function findKnown(conn: Conn, { url, doi }: { url: string | null; doi?: string | null }, except?: number) {
  const key = keyOf(url)
  const there = key === null ? undefined : await findByAddress(conn, key, except)
  if (there) return { ...there, by: 'address' }
  const named = doi ?? doiOf(url ?? '')
  const same = named === undefined ? undefined : await findByDoi(conn, named, except)
  return same && { ...same, by: 'DOI' }
}

async function refuseTaken(tx: Tx, input: NewSource, except?: number): Promise<void> {
  const found = await findKnown(tx, input, except)
  const there = found && (await standingSource(tx, found.id))
  if (there && there.id !== except)
    throw new Conflict(`A source with this ${found.by} is there already: “${there.title}”.`)
}

// The source, or the one it was merged into at last.
async function standingSource(conn: Conn, id: number): Promise<Source | undefined> {
  let source = await findSource(conn, id)
  while (source && source.mergedIntoId !== null) source = await findSource(conn, source.mergedIntoId)
  return source
}

// Whoever adds or edits sources sees them all. Readers must not learn of a confidential one by what comes from it.
async function originOf(tx: Tx, { origin, confidential }: NewSource, of?: number) {
  const asked = originIdIn(origin)
  if (asked === undefined) return { origin, originId: null }
  const source = await standingSource(tx, asked)
  if (!source)
    throw new BadInput({ origin: 'There is no source under this address. Copy the address of its page here.' })
  if (source.id === of)
    throw new BadInput({ origin: 'This is the source itself. Name where it has its information from.' })
  if (source.confidential && !confidential) throw new BadInput({ origin: secretOrigin })
  return { origin: `/sources/${source.id}`, originId: source.id }
}

const secretOrigin =
  'That source is confidential and this one is not, so readers would learn of it. Mark this one as confidential too, or leave the origin out.'
