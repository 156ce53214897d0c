import type { Tx } from '../../db/conn.ts'
import type { Person } from '../accounts/permissions.ts'
import { keysOf } from './keys.ts'
import { type NewSource, sourceAt, sourceLike } from './source.ts'
import { insertSource } from './store.ts'

/** The source of that address, or of that name; made when there is none, without an event of its own. Returns its id. */
export async function findOrAddImported(tx: Tx, person: Person, named: string): Promise<number> {
  const url = URL.canParse(named) && /^https?:/i.test(named) ? named : null
  const source = { ...bare, url, title: named.slice(0, 300) }
  const known = (await sourceAt(tx, person, url))?.id ?? (await sourceLike(tx, source))
  return known ?? insertSource(tx, { ...source, ...keysOf(source), originId: null, addedById: person.id })
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
