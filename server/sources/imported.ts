import type { Tx } from '../../db/conn.ts'
import type { Person } from '../accounts/permissions.ts'
import { keysOf } from './keys.ts'
import { type NewSource, sourceAt, sourceLike } from './source.ts'
import { findSource, insertSource } from './store.ts'

/** The source of that address, or of that name; made when there is none, without an event of its own. Returns its id. */
export async function findOrAddImported(tx: Tx, person: Person, named: string): Promise<number> {
  const url = URL.canParse(named) && /^https?:/i.test(named) ? named : null
  const source = { ...bare, url, title: named.slice(0, 300) }
  const known = (await sourceAt(tx, person, url))?.id ?? (await sourceLike(tx, source))
  return known ?? insertSource(tx, { ...source, ...keysOf(source), originId: null, addedById: person.id })
}

type Own = {
  /** Its number where it came from, which it keeps where that is free. */
  id: number
} & Pick<NewSource, 'title' | 'publisher' | 'url' | 'archivedUrl' | 'kind' | 'primary'>

/** The source of that address, or else a new one out of our own file, without an event of its own. Returns its id. */
export async function findOrAddOwn(tx: Tx, person: Person, { id, ...own }: Own): Promise<number> {
  const source = { ...bare, ...own }
  const known = (await sourceAt(tx, person, own.url))?.id
  if (known !== undefined) return known
  const isFree = (await findSource(tx, id)) === undefined
  const row = { ...source, ...keysOf(source), originId: null, addedById: person.id }
  return insertSource(tx, { ...row, ...(isFree && { id }) })
}

const bare: Omit<NewSource, 'url' | 'title'> = {
  archivedUrl: null,
  publisher: null,
  author: null,
  publishedOn: null,
  language: null,
  doi: null,
  isbn: null,
  kind: 'other',
  primary: false,
  interest: null,
  origin: null,
  confidential: false,
}
