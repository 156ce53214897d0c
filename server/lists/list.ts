import type { Conn, Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, can, permit } from '../accounts/permissions.ts'
import { comparable } from '../claims/comparable.ts'
import { filterIn, filterQuery } from '../claims/filter.ts'
import { BadInput, lostRace, missing } from '../errors.ts'
import { changes, record } from '../history/record.ts'
import { type ListRow, findList, hasName, insertList, listsFor, removedFor, updateList } from './store.ts'

/** A list of claims that somebody comes back to; `query` is what its address says after `?`. */
export type SavedList = ListRow

/** What a list is called, whether everybody sees it, and what it holds. */
export type ListFields = { name: string; shared: boolean; query: string }

/** Lists that are shown at once, by name. */
const most = 100

/** The lists that somebody sees: their own, and those of all. */
export const listsSeen = (conn: Conn, person: Person): Promise<SavedList[]> => listsFor(conn, person.id, most)

/** Those that were removed and can be put back, the last one first. */
export async function listsRemoved(conn: Conn, person: Person): Promise<SavedList[]> {
  return (await removedFor(conn, person.id, 20)).filter((list) => can(person, 'list.edit', list))
}

/** Throws NotFound, also for a list that only its owner sees. */
export async function readList(conn: Conn, person: Person, id: number): Promise<SavedList> {
  const list = await findList(conn, id)
  return list && (list.shared || list.ownerId === person.id) ? list : missing('list')
}

/** Saves a list. Throws Forbidden for a reader who shares it, BadInput for a name that one has given already. Returns its id. */
export function saveList(db: Db, person: Person, { name, shared, query }: ListFields): Promise<number> {
  if (shared) permit(person, 'list.share')
  return write(db, async (tx) => {
    await refuseTwice(tx, person.id, name)
    const kept = { name, shared, query: normal(query), nameKey: comparable(name) }
    const id = await insertList(tx, { ownerId: person.id, ...kept })
    if (shared) await record(tx, person, 'list.shared', {}, { list: id, name })
    return id
  })
}

async function refuseTwice(tx: Tx, ownerId: number, name: string, but?: number): Promise<void> {
  if (await hasName(tx, ownerId, comparable(name), but))
    throw new BadInput({ name: 'There is a list of this name already. Choose another one, or change that list.' })
}

// As the list itself would write it.
const normal = (query: string): string => filterQuery(filterIn(query))

/** Changes a list; what is shared, was, or becomes so stands in the history. Throws Conflict, BadInput, Forbidden. */
export function changeList(
  db: Db,
  person: Person,
  { id, version, ...edit }: ListFields & { id: number; version: number },
): Promise<void> {
  return write(db, async (tx) => {
    const list = await readList(tx, person, id)
    permit(person, 'list.edit', list)
    if (edit.shared && !list.shared) permit(person, 'list.share')
    // Only whom it belongs to can take it away from the others' sight: for an editor it would be gone.
    if (!edit.shared && list.shared && list.ownerId !== person.id)
      throw new BadInput({ shared: 'Only whoever made this list can keep it to themselves. You can remove it.' })
    if (list.version !== version) throw lostRace('this list', { ...valuesOf(list), version: String(list.version) })
    await refuseTwice(tx, list.ownerId, edit.name, id)
    const after = { name: edit.name, query: normal(edit.query) }
    const { shared } = edit
    await updateList(tx, id, { ...after, shared, nameKey: comparable(edit.name), version: version + 1 })
    const changed = changes({ name: list.name, query: list.query }, after)
    if (shared && list.shared && changed) await record(tx, person, 'list.changed', {}, { list: id, ...changed })
    if (shared !== list.shared) await recordSight(tx, person, { ...list, name: edit.name }, shared)
  })
}

/** A list as the fields of its form hold it. */
export const valuesOf = ({ name, shared, query }: ListFields): Record<string, string> => ({
  name,
  query,
  ...(shared && { shared: 'yes' }),
})

const recordSight = (tx: Tx, person: Person, { id, name }: SavedList, isSeen: boolean) =>
  record(tx, person, isSeen ? 'list.shared' : 'list.withdrawn', {}, { list: id, name })

/** Takes a list away. Throws Forbidden. */
export const removeList = (db: Db, person: Person, id: number): Promise<SavedList> => setRemoved(db, person, id, true)

/** Puts a list back that was taken away. Throws Forbidden, BadInput when another has its name by now. */
export const returnList = (db: Db, person: Person, id: number): Promise<SavedList> => setRemoved(db, person, id, false)

function setRemoved(db: Db, person: Person, id: number, isRemoved: boolean): Promise<SavedList> {
  return write(db, async (tx) => {
    const list = await readList(tx, person, id)
    permit(person, 'list.edit', list)
    if ((list.removedAt !== null) === isRemoved) return list
    if (!isRemoved) await refuseTwice(tx, list.ownerId, list.name, id)
    await updateList(tx, id, { removedAt: isRemoved ? tx.now : null, version: list.version + 1 })
    if (list.shared) await recordSight(tx, person, list, !isRemoved)
    return list
  })
}
