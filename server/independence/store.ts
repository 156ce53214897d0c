import { and, count, desc, eq, gte, inArray, max, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Conn, Tx } from '../../db/conn.ts'
import { snapshots, sources, textMarks, textSketches } from '../../db/schema/index.ts'

type Row = typeof textSketches.$inferSelect

/** Keeps the sketch of a snapshot's text, and the marks by which it is found. */
export async function insertSketch(tx: Tx, row: Row, marks: number[]): Promise<void> {
  await tx.insert(textSketches).values(row)
  if (marks.length > 0) await tx.insert(textMarks).values(marks.map((mark) => ({ mark, snapshotId: row.snapshotId })))
}

const kept = alias(sources, 'kept')

/**
 * The newest sketch of each of the sources that has one. Copies of a source that was merged into one of them count as its own,
 * but for those of a confidential one that was merged into what everybody sees now.
 */
export async function newestSketches(conn: Conn, ids: readonly number[]) {
  const owner = sql<number>`coalesce(${sources.mergedIntoId}, ${sources.id})`
  const own = inArray(sources.id, [...ids])
  const merged = and(inArray(sources.mergedIntoId, [...ids]), or(eq(sources.confidential, false), kept.confidential))
  const newest = conn
    .select({ owner: owner.as('owner'), snapshotId: max(snapshots.id).as('newest_id') })
    .from(sources)
    .innerJoin(snapshots, eq(snapshots.sourceId, sources.id))
    .innerJoin(textSketches, eq(textSketches.snapshotId, snapshots.id))
    .leftJoin(kept, eq(kept.id, sources.mergedIntoId))
    .where(or(own, merged))
    .groupBy(owner)
    .as('newest')
  return conn
    .select({ sourceId: newest.owner, scale: textSketches.scale, hashes: textSketches.hashes })
    .from(newest)
    .innerJoin(textSketches, eq(textSketches.snapshotId, newest.snapshotId))
    .orderBy(textSketches.snapshotId)
}

/** The sources other than this one that share at least three of the marks, most first, up to ten; confidential ones only when `all`. */
export async function findMarked(conn: Conn, { marks, id, all }: { marks: number[]; id: number; all: boolean }) {
  return conn
    .select({ id: sources.id, title: sources.title, confidential: sources.confidential })
    .from(textMarks)
    .innerJoin(snapshots, eq(snapshots.id, textMarks.snapshotId))
    .innerJoin(sources, eq(sources.id, snapshots.sourceId))
    .where(
      and(
        inArray(textMarks.mark, marks),
        ne(sources.id, id),
        sql`${sources.mergedIntoId} is null`,
        all ? undefined : eq(sources.confidential, false),
      ),
    )
    .groupBy(sources.id)
    .having(gte(count(), 3))
    .orderBy(desc(count()), sources.id)
    .limit(10)
}
