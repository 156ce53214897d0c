import type { Conn, Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, can, permit } from '../accounts/permissions.ts'
import { addressKey } from '../address.ts'
import { Conflict, lostRace, missing } from '../errors.ts'
import { formValues } from '../form-values.ts'
import { changes, record } from '../history/record.ts'
import { searchable } from '../search-words.ts'
import { findAlike, findByAddress, findSource, insertSource, updateSource } from './store.ts'
import type { SourceKind } from './words.ts'

/** What people say about a source. Unknown parts are null; `publishedOn` may be `2025` or `2025-04`. */
export type NewSource = {
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
}

export type Source = NewSource & {
  id: number
  addedBy: { id: number; name: string } | null
  createdAt: string
  version: number
}

/** A source by name, for links. */
export type NamedSource = { id: number; title: string; confidential: boolean }

/** Whether confidential sources exist for this person. */
export const seesConfidential = (viewer: Person): boolean => can(viewer, 'source.seeConfidential')

/** Throws NotFound also for a confidential source that the viewer may not know of. */
export async function readSource(conn: Conn, viewer: Person, id: number): Promise<Source> {
  return (await findVisibleSource(conn, viewer, id)) ?? missing('source')
}

/** The source, or undefined when there is none that the viewer may know of. */
export async function findVisibleSource(conn: Conn, viewer: Person, id: number): Promise<Source | undefined> {
  const source = await findSource(conn, id)
  return source?.confidential && !seesConfidential(viewer) ? undefined : source
}

/** The source already kept under this address, however it is spelt; undefined for none, and for what is no address. */
export async function sourceAt(conn: Conn, viewer: Person, address: string | null): Promise<NamedSource | undefined> {
  const key = keyOf(address)
  const found = key === null ? undefined : await findByAddress(conn, key)
  return found && (!found.confidential || seesConfidential(viewer)) ? found : undefined
}

/** The source without an address of which the same is known, for a form that came twice. The viewer must be one who adds sources. */
export async function sourceLike(conn: Conn, input: NewSource): Promise<number | undefined> {
  return input.url === null ? findAlike(conn, input) : undefined
}

/** Throws Conflict when a source with this address is there, or one without an address of which the same is known. */
export function newSource(db: Db, person: Person, input: NewSource): Promise<number> {
  permit(person, 'source.add')
  return write(db, async (tx) => {
    if (await sourceLike(tx, input)) throw new Conflict(`This source is there already: “${input.title}”.`)
    return addSource(tx, person, input)
  })
}

/** Adds a source and its event; `actor` is null for the program itself. Throws Conflict when its address is known. */
export async function addSource(tx: Tx, actor: { id: number } | null, input: NewSource): Promise<number> {
  const urlKey = await freeKey(tx, input.url)
  const source = await insertSource(tx, {
    ...input,
    urlKey,
    searched: searchedText(input),
    addedById: actor?.id ?? null,
  })
  const { kind, primary, confidential } = input
  await record(tx, actor, 'source.added', { source }, { kind, primary, confidential })
  return source
}

/** Throws Conflict when somebody saved the source since `version`, or another source has the address. */
export function editSource(
  db: Db,
  person: Person,
  { id, version, ...input }: NewSource & { id: number; version: number },
): Promise<void> {
  permit(person, 'source.edit')
  return write(db, async (tx) => {
    const before = await readSource(tx, person, id)
    if (before.version !== version) throw lostRace('this source', sourceValues(before))
    const changed = changes<NewSource>(before, input)
    if (!changed) return
    const urlKey = await freeKey(tx, input.url, id)
    await updateSource(tx, id, { ...input, urlKey, searched: searchedText(input), version: version + 1 })
    await record(tx, person, 'source.edited', { source: id }, { fields: Object.keys(changed.after) })
  })
}

/** A source as the fields of its form hold it, and the version. */
export function sourceValues(source: Source): Record<string, string> {
  const { id: _id, addedBy: _addedBy, createdAt: _createdAt, ...typed } = source
  return formValues(typed)
}

async function freeKey(tx: Tx, address: string | null, except?: number): Promise<string | null> {
  const key = keyOf(address)
  const there = key === null ? undefined : await findByAddress(tx, key, except)
  if (there) throw new Conflict(`A source with this address is there already: “${there.title}”.`)
  return key
}

const searchedText = ({ title, publisher, author, url }: NewSource) =>
  searchable([title, publisher, author, url].filter((part) => part !== null).join('\n'))

const keyOf = (address: string | null) => (address && URL.canParse(address) ? addressKey(address) : null)
