import type { Conn, Tx } from '../../db/conn.ts'
import { findEntries, findStanding, markConfidential } from './entry-store.ts'

/**
 * The ids of each source and of all that were merged into it, in however many steps, by the id asked for: what was kept of any
 * of them is kept of that source. One that is confidential still, though what it was merged into is not, is left out unless `all`.
 */
export async function entriesOf(
  conn: Conn,
  ids: readonly number[],
  { all = false } = {},
): Promise<Map<number, number[]>> {
  const found = ids.length === 0 ? [] : await findEntries(conn, ids, all)
  const byOwner = Map.groupBy(found, ({ owner }) => owner)
  return new Map(ids.map((id) => [id, (byOwner.get(id) ?? []).map((entry) => entry.id)]))
}

/** The same for one source. */
export async function entriesOfOne(conn: Conn, id: number, which: { all?: boolean } = {}): Promise<number[]> {
  return (await entriesOf(conn, [id], which)).get(id) ?? []
}

/** By the id of each source that of the one it was merged into at last; its own for one that stands. */
export async function standingIds(conn: Conn, ids: readonly number[]): Promise<Map<number, number>> {
  const found = ids.length === 0 ? [] : await findStanding(conn, ids)
  return new Map(found.map(({ id, standing }) => [id, standing]))
}

/** The source that this one was merged into at last; itself when it stands. */
export async function standingId(conn: Conn, id: number): Promise<number> {
  return (await standingIds(conn, [id])).get(id) ?? id
}

/** Makes a source and all that was merged into it confidential: each has a history, copies and a name of its own. */
export async function hideEntries(tx: Tx, id: number): Promise<void> {
  await markConfidential(tx, await entriesOfOne(tx, id, { all: true }))
}
