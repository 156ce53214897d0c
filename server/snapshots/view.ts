import type { Conn } from '../../db/conn.ts'
import type { Person } from '../accounts/permissions.ts'
import { missing } from '../errors.ts'
import { entriesOfOne, standingId } from '../sources/entries.ts'
import { type Source, readSource, seesConfidential } from '../sources/source.ts'
import { pageOf } from '../values/paging.ts'
import type { Snapshot, SnapshotText } from './snapshot.ts'
import { findOfSources, findSnapshot, findText } from './store.ts'

type Which = { source: number; id: number }

/**
 * A copy with the source it was asked for by, and `among`: the ids of the sources whose copies are that source's too. Throws
 * NotFound also when the viewer may not know of the source, or the copy is of another.
 */
export async function readSnapshot(
  conn: Conn,
  viewer: Person,
  which: Which,
): Promise<{ source: Source; snapshot: Snapshot; among: number[] }> {
  const source = await readSource(conn, viewer, which.source)
  const snapshot = await findSnapshot(conn, which.id)
  // Under the address of one that was merged away its own copies and those of the one that is left are the same heap.
  const owner = source.mergedIntoId === null ? source.id : await standingId(conn, source.id)
  const among = await entriesOfOne(conn, owner, { all: seesConfidential(viewer) })
  if (!snapshot || !among.includes(snapshot.sourceId)) missing('copy')
  return { source, snapshot, among }
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
  const among = await entriesOfOne(conn, id, { all: seesConfidential(viewer) })
  const found = await findOfSources(conn, among, { limit: pageSize + 1, before })
  const { rows, last } = pageOf(found, pageSize)
  return { source, snapshots: rows, next: last?.id }
}

/** The copy before this one, among those of the same source. */
export async function earlierSnapshot(
  conn: Conn,
  { snapshot: { id }, among }: { snapshot: Snapshot; among: number[] },
): Promise<Snapshot | undefined> {
  const [earlier] = await findOfSources(conn, among, { limit: 1, before: id })
  return earlier
}
