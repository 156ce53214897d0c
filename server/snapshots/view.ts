import type { Conn } from '../../db/conn.ts'
import type { Person } from '../accounts/permissions.ts'
import { missing } from '../errors.ts'
import { pageOf } from '../paging.ts'
import { type Source, readSource } from '../sources/source.ts'
import type { Snapshot, SnapshotText } from './snapshot.ts'
import { findEarlier, findOfSource, findSnapshot, findText } from './store.ts'

type Which = { source: number; id: number }

/** A copy with its source. Throws NotFound also when the viewer may not know of the source, or the copy is of another. */
export async function readSnapshot(
  conn: Conn,
  viewer: Person,
  which: Which,
): Promise<{ source: Source; snapshot: Snapshot }> {
  const source = await readSource(conn, viewer, which.source)
  const snapshot = await findSnapshot(conn, which.id)
  if (snapshot?.sourceId !== source.id) missing('copy')
  return { source, snapshot }
}

/** What was read out of a copy that the viewer has been shown. */
export async function readSnapshotText(conn: Conn, { id }: Pick<Snapshot, 'id'>): Promise<SnapshotText> {
  return (await findText(conn, id)) ?? missing('copy')
}

const pageSize = 30

/** One page of the copies of a source, newest first, older than `before`; `next` is where to go on. */
export async function listSnapshots(
  conn: Conn,
  viewer: Person,
  { source: id, before }: { source: number; before?: number | undefined },
) {
  const source = await readSource(conn, viewer, id)
  const found = await findOfSource(conn, id, { limit: pageSize + 1, before })
  const { rows, last } = pageOf(found, pageSize)
  return { source, snapshots: rows, next: last?.id }
}

/** The copy of the same source that was taken before this one. */
export function earlierSnapshot(conn: Conn, snapshot: Snapshot): Promise<Snapshot | undefined> {
  return findEarlier(conn, snapshot)
}
