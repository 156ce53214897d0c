import { and, desc, eq, gt, inArray, lt, max, sql } from 'drizzle-orm'
import { type Conn, type Tx, insertedId } from '../../db/conn.ts'
import { type SnapshotAnswer, blobPieces, blobs, people, snapshotTexts, snapshots } from '../../db/schema/index.ts'

// Large enough that few are read, small enough that none holds up other requests.
const pieceSize = 1_000_000

const columns = {
  id: snapshots.id,
  sourceId: snapshots.sourceId,
  sha256: snapshots.sha256,
  mediaType: snapshots.mediaType,
  charset: snapshots.charset,
  size: snapshots.size,
  origin: snapshots.origin,
  address: snapshots.address,
  finalAddress: snapshots.finalAddress,
  fileName: snapshots.fileName,
  declaredType: snapshots.declaredType,
  capturedAt: snapshots.capturedAt,
  capturedBy: { id: people.id, name: people.name },
}

const found = (conn: Conn) =>
  conn.select(columns).from(snapshots).leftJoin(people, eq(people.id, snapshots.capturedById))

/** Of each source the snapshot that was taken last, those of the newest first. */
export async function findNewest(conn: Conn, sourceIds: readonly number[]) {
  const newest = conn
    .select({ id: max(snapshots.id).as('newest_id') })
    .from(snapshots)
    .where(inArray(snapshots.sourceId, [...sourceIds]))
    .groupBy(snapshots.sourceId)
    .as('newest')
  return conn
    .select(columns)
    .from(newest)
    .innerJoin(snapshots, eq(snapshots.id, newest.id))
    .leftJoin(people, eq(people.id, snapshots.capturedById))
    .orderBy(desc(snapshots.id))
}

/** Those of any of the sources, newest first, older than `before`. */
export async function findOfSources(
  conn: Conn,
  sourceIds: readonly number[],
  { limit, before }: { limit: number; before?: number | undefined },
) {
  const older = before === undefined ? undefined : lt(snapshots.id, before)
  return found(conn)
    .where(and(inArray(snapshots.sourceId, [...sourceIds]), older))
    .orderBy(desc(snapshots.id))
    .limit(limit)
}

/** The copy, whoever may see it. */
export async function findSnapshot(conn: Conn, id: number) {
  const [row] = await found(conn).where(eq(snapshots.id, id)).limit(1)
  return row
}

/** What the site answered when the copy was fetched; undefined for none. */
export async function findAnswer(conn: Conn, id: number): Promise<SnapshotAnswer | undefined> {
  const [row] = await conn.select({ answer: snapshots.answer }).from(snapshots).where(eq(snapshots.id, id)).limit(1)
  return row?.answer ?? undefined
}

/** What was read out of a snapshot, whoever may see it. */
export async function findText(conn: Conn, snapshotId: number) {
  const [row] = await conn
    .select({
      sourceId: snapshots.sourceId,
      text: snapshotTexts.text,
      blocks: snapshotTexts.blocks,
      pages: snapshotTexts.pages,
      problem: snapshotTexts.problem,
      sha256: snapshotTexts.sha256,
    })
    .from(snapshotTexts)
    .innerJoin(snapshots, eq(snapshots.id, snapshotTexts.snapshotId))
    .where(eq(snapshotTexts.snapshotId, snapshotId))
    .limit(1)
  return row
}

/** Whether these bytes are kept already. */
export async function hasBlob(conn: Conn, sha256: string): Promise<boolean> {
  const rows = await conn.select({ sha256: blobs.sha256 }).from(blobs).where(eq(blobs.sha256, sha256)).limit(1)
  return rows.length > 0
}

/** Keeps bytes that are not there yet. Takes about four milliseconds a megabyte. */
export async function insertBlob(tx: Tx, sha256: string, bytes: Buffer): Promise<void> {
  await tx.insert(blobs).values({ sha256, size: bytes.length })
  for (let number = 0; number * pieceSize < bytes.length; number++) {
    const piece = bytes.subarray(number * pieceSize, (number + 1) * pieceSize)
    await tx.insert(blobPieces).values({ sha256, number, bytes: piece })
  }
}

/** One piece of the bytes, counted from 0; undefined after the last. */
export async function findPiece(conn: Conn, sha256: string, number: number): Promise<Buffer | undefined> {
  const [row] = await conn
    .select({ bytes: blobPieces.bytes })
    .from(blobPieces)
    .where(and(eq(blobPieces.sha256, sha256), eq(blobPieces.number, number)))
    .limit(1)
  return row?.bytes
}

type NewRow = Omit<typeof snapshots.$inferInsert, 'id' | 'capturedAt'>

/** Returns the id. */
export async function insertSnapshot(tx: Tx, row: NewRow): Promise<number> {
  return insertedId(
    await tx
      .insert(snapshots)
      .values({ ...row, capturedAt: tx.now })
      .returning({ id: snapshots.id }),
  )
}

/** Keeps what was read out of a snapshot. */
export async function insertText(tx: Tx, row: typeof snapshotTexts.$inferInsert): Promise<void> {
  await tx.insert(snapshotTexts).values(row)
}

/** Whether this database is of a release that keeps copies. */
export async function hasSnapshots(conn: Conn): Promise<boolean> {
  const tables = conn.select({ name: sql<string>`name` }).from(sql`sqlite_schema`)
  return (await tables.where(sql`name = 'snapshot_texts'`)).length > 0
}

/** Up to `limit` copies after that id with their texts, oldest first: for checks of the whole file. */
export async function snapshotsAfter(conn: Conn, id: number, limit: number) {
  return conn
    .select({
      id: snapshots.id,
      sourceId: snapshots.sourceId,
      sha256: snapshots.sha256,
      text: snapshotTexts.text,
      textHash: snapshotTexts.sha256,
    })
    .from(snapshots)
    .leftJoin(snapshotTexts, eq(snapshotTexts.snapshotId, snapshots.id))
    .where(gt(snapshots.id, id))
    .orderBy(snapshots.id)
    .limit(limit)
}
