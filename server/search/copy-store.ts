import { and, desc, eq, gt, inArray, ne, sql } from 'drizzle-orm'
import type { Conn, Tx } from '../../db/conn.ts'
import { copiesToIndex, copyPieces, snapshotTexts, snapshots, sources } from '../../db/schema/index.ts'
import { type CopyPiece, pieceBits } from './copy-pieces.ts'

/** The first copy after that one that is not indexed, or not where it belongs. */
export async function waitingAfter(conn: Conn, after: number): Promise<number | undefined> {
  const [row] = await conn
    .select({ id: copiesToIndex.snapshotId })
    .from(copiesToIndex)
    .where(gt(copiesToIndex.snapshotId, after))
    .orderBy(copiesToIndex.snapshotId)
    .limit(1)
  return row?.id
}

/** The text of a copy. */
export async function copyText(conn: Conn, snapshotId: number): Promise<string> {
  const { text } = snapshotTexts
  const [row] = await conn.select({ text }).from(snapshotTexts).where(eq(snapshotTexts.snapshotId, snapshotId))
  return row?.text ?? ''
}

/** How many copies wait to be indexed. */
export async function countWaiting(conn: Conn): Promise<number> {
  const [row] = await conn.select({ n: sql<number>`count(*)` }).from(copiesToIndex)
  return row?.n ?? 0
}

/** Whether the source of a copy is confidential just now. */
export async function isClosed(conn: Conn, snapshotId: number): Promise<boolean> {
  const [row] = await conn
    .select({ closed: sources.confidential })
    .from(snapshots)
    .innerJoin(sources, eq(sources.id, snapshots.sourceId))
    .where(eq(snapshots.id, snapshotId))
  return row?.closed ?? true
}

/** The last piece of a copy that is indexed. */
export async function lastPiece(conn: Conn, snapshotId: number) {
  const [row] = await conn
    .select()
    .from(copyPieces)
    .where(eq(copyPieces.snapshotId, snapshotId))
    .orderBy(desc(copyPieces.id))
    .limit(1)
  return row
}

/** Where pieces begin in their texts, in UTF-16 code units, by id. */
export async function pieceStarts(conn: Conn, ids: number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map()
  const { id, start } = copyPieces
  const rows = await conn.select({ id, start }).from(copyPieces).where(inArray(id, ids))
  return new Map(rows.map((row) => [row.id, row.start]))
}

/** Whether any piece of the copy is in the index that is not for it. */
export async function hasMisplaced(conn: Conn, snapshotId: number, closed: boolean): Promise<boolean> {
  const misplaced = and(eq(copyPieces.snapshotId, snapshotId), ne(copyPieces.closed, closed))
  return (await conn.select({ id: copyPieces.id }).from(copyPieces).where(misplaced).limit(1)).length > 0
}

type NewPiece = CopyPiece & { closed: boolean; number: number }

/** Indexes one piece of a copy; a trigger does it. */
export async function insertPiece(tx: Tx, snapshotId: number, { number, ...piece }: NewPiece): Promise<void> {
  await tx.insert(copyPieces).values({ id: snapshotId * 2 ** pieceBits + number, snapshotId, ...piece })
}

/** Takes a piece out of its index; a trigger does it. */
export async function deletePiece(tx: Tx, id: number): Promise<void> {
  await tx.delete(copyPieces).where(eq(copyPieces.id, id))
}

/** Notes that all of a copy is where it belongs. */
export async function deleteWaitingCopy(tx: Tx, snapshotId: number): Promise<void> {
  await tx.delete(copiesToIndex).where(eq(copiesToIndex.snapshotId, snapshotId))
}
