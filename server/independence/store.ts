import { and, count, desc, eq, gte, inArray, max, notInArray, sql } from 'drizzle-orm'
import { type Conn, type Tx, prepared } from '../../db/conn.ts'
import { snapshots, sources, textMarks, textSketches } from '../../db/schema/index.ts'

type Row = typeof textSketches.$inferSelect

/** Keeps the sketch of a snapshot's text, and the marks by which it is found. */
export async function insertSketch(tx: Tx, row: Row, marks: number[]): Promise<void> {
  await tx.insert(textSketches).values(row)
  if (marks.length > 0) await tx.insert(textMarks).values(marks.map((mark) => ({ mark, snapshotId: row.snapshotId })))
}

/** Whether a sketch of any text is kept: where no copies are, none is. */
export async function hasSketches(conn: Conn): Promise<boolean> {
  const query = prepared(conn, 'independence.any_sketch', (c) =>
    c.select({ id: textSketches.snapshotId }).from(textSketches).limit(1).prepare(),
  )
  return (await query.execute()).length > 0
}

/** The newest sketch of each of the sources that has one. */
export async function newestSketches(conn: Conn, ids: readonly number[]) {
  const query = prepared(conn, 'independence.sketches', (c) => {
    const newest = c
      .select({ sourceId: snapshots.sourceId, snapshotId: max(snapshots.id).as('newest_id') })
      .from(snapshots)
      .innerJoin(textSketches, eq(textSketches.snapshotId, snapshots.id))
      .where(sql`${snapshots.sourceId} in (select value from json_each(${sql.placeholder('ids')}))`)
      .groupBy(snapshots.sourceId)
      .as('newest')
    return c
      .select({
        sourceId: newest.sourceId,
        snapshotId: textSketches.snapshotId,
        scale: textSketches.scale,
        hashes: textSketches.hashes,
      })
      .from(newest)
      .innerJoin(textSketches, eq(textSketches.snapshotId, newest.snapshotId))
      .prepare()
  })
  return query.execute({ ids: JSON.stringify(ids) })
}

/** The ids of up to twenty sources, other than `except`, of whose copies at least three of the marks are, most first; merged ones too. */
export async function findMarked(
  conn: Conn,
  { marks, except }: { marks: number[]; except: number[] },
): Promise<number[]> {
  const found = await conn
    .select({ id: snapshots.sourceId })
    .from(textMarks)
    .innerJoin(snapshots, eq(snapshots.id, textMarks.snapshotId))
    .where(and(inArray(textMarks.mark, marks), notInArray(snapshots.sourceId, except)))
    .groupBy(snapshots.sourceId)
    .having(gte(count(), 3))
    .orderBy(desc(count()), snapshots.sourceId)
    .limit(20)
  return found.map(({ id }) => id)
}

/** The sources by name; confidential ones only when `all`. */
export async function findNamed(conn: Conn, { ids, all }: { ids: number[]; all: boolean }) {
  return conn
    .select({ id: sources.id, title: sources.title, confidential: sources.confidential })
    .from(sources)
    .where(and(inArray(sources.id, ids), all ? undefined : eq(sources.confidential, false)))
    .orderBy(sources.id)
}
