import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm'
import { type Conn, type Tx, insertedId } from '../../db/conn.ts'
import { insertInto } from '../../db/insert.ts'
import { claims, importPieces, importRows, imports, outsideChecks, people, ratings } from '../../db/schema/index.ts'

export type ImportRow = typeof imports.$inferSelect

/** Keeps a file and what was found in it. */
export async function insertImport(tx: Tx, row: typeof imports.$inferInsert): Promise<number> {
  return insertedId(await tx.insert(imports).values(row).returning({ id: imports.id }))
}

/** Keeps a piece of the bytes of a file; the first has number 0. */
export async function insertPiece(tx: Tx, piece: typeof importPieces.$inferInsert): Promise<void> {
  await tx.insert(importPieces).values(piece)
}

/** How many bytes of a file are kept. */
export async function keptBytes(conn: Conn, importId: number): Promise<number> {
  const size = sql<number>`coalesce(sum(length(${importPieces.bytes})), 0)`
  const [found] = await conn.select({ size }).from(importPieces).where(eq(importPieces.importId, importId))
  return found?.size ?? 0
}

/** The bytes of a file as it was sent, read when they are asked for. */
export async function* piecesOf(conn: Conn, importId: number): AsyncGenerator<Buffer> {
  for (let number = 0; ; number += 1) {
    const [piece] = await conn
      .select({ bytes: importPieces.bytes })
      .from(importPieces)
      .where(and(eq(importPieces.importId, importId), eq(importPieces.number, number)))
    if (!piece) return
    yield piece.bytes
  }
}

/** The import with who began it, or undefined. */
export async function findImport(conn: Conn, id: number) {
  const [found] = await conn
    .select({ row: imports, addedBy: people.name })
    .from(imports)
    .innerJoin(people, eq(people.id, imports.addedById))
    .where(eq(imports.id, id))
  return found && { ...found.row, addedBy: found.addedBy }
}

/** Up to `limit` imports, newest first, with ids under `before`. */
export function importsBefore(conn: Conn, before: number | undefined, limit: number) {
  const { id, fileName, target, format, state, rowCount, doneRows, added, createdAt } = imports
  return conn
    .select({ id, fileName, target, format, state, rowCount, doneRows, added, createdAt, addedBy: people.name })
    .from(imports)
    .innerJoin(people, eq(people.id, imports.addedById))
    .where(before === undefined ? undefined : lt(imports.id, before))
    .orderBy(desc(imports.id))
    .limit(limit)
}

/** How the last confirmed file with those columns was read. */
export async function lastPlan(conn: Conn, headerKey: string): Promise<unknown> {
  const [found] = await conn
    .select({ plan: imports.plan })
    .from(imports)
    .where(and(eq(imports.headerKey, headerKey), isNotNull(imports.startedAt)))
    .orderBy(desc(imports.id))
    .limit(1)
  return found?.plan
}

/** Confirmed imports of the same bytes that were not undone. */
export function sameFile(conn: Conn, sha256: string, except: number) {
  return conn
    .select({ id: imports.id })
    .from(imports)
    .where(
      and(eq(imports.sha256, sha256), isNotNull(imports.startedAt), isNull(imports.undoneAt), ne(imports.id, except)),
    )
    .orderBy(desc(imports.id))
    .limit(1)
}

/** Changes columns of an import. */
export async function updateImport(tx: Tx, id: number, set: Partial<typeof imports.$inferInsert>): Promise<void> {
  await tx.update(imports).set(set).where(eq(imports.id, id))
}

/** Counts up what a batch of rows has become. */
export async function countUp(
  tx: Tx,
  id: number,
  more: { added: number; already: number; leftOut: number },
  doneRows: number,
) {
  const { added, already, leftOut } = imports
  await tx
    .update(imports)
    .set({
      doneRows,
      added: sql`${added} + ${more.added}`,
      already: sql`${already} + ${more.already}`,
      leftOut: sql`${leftOut} + ${more.leftOut}`,
    })
    .where(eq(imports.id, id))
}

/** Counts up what a batch of undoing has done. */
export async function countUndone(
  tx: Tx,
  id: number,
  more: { undone: number; kept: number },
  undoneRow: number,
): Promise<void> {
  const set = { undoneRow, undone: sql`${imports.undone} + ${more.undone}`, kept: sql`${imports.kept} + ${more.kept}` }
  await tx.update(imports).set(set).where(eq(imports.id, id))
}

/** Which of the keys are here through an import that stands. Of the import `own`, only its rows before `ownBefore` count. */
export async function keysHere(conn: Conn, keys: string[], own?: { id: number; before: number }): Promise<Set<string>> {
  if (keys.length === 0) return new Set()
  const others = own && or(ne(importRows.importId, own.id), lt(importRows.row, own.before))
  const found = await conn
    .select({ key: importRows.key })
    .from(importRows)
    .innerJoin(imports, eq(imports.id, importRows.importId))
    .where(and(inArray(importRows.key, keys), ne(imports.state, 'undone'), ne(imports.state, 'undoing'), others))
  return new Set(found.map(({ key }) => key))
}

/** The standing checks of other publishers from those addresses. */
export async function checksFrom(conn: Conn, urls: string[]): Promise<{ url: string; claim: string }[]> {
  if (urls.length === 0) return []
  return conn
    .select({ url: outsideChecks.url, claim: outsideChecks.claim })
    .from(outsideChecks)
    .where(and(inArray(outsideChecks.url, urls), isNull(outsideChecks.withdrawnAt)))
}

/** Notes what a row became. */
export async function insertRow(tx: Tx, row: typeof importRows.$inferInsert): Promise<void> {
  await insertInto(tx, importRows, row)
}

/** Rows of an import after that one, in their order. */
export function rowsAfter(conn: Conn, importId: number, row: number, limit: number) {
  return conn
    .select()
    .from(importRows)
    .where(and(eq(importRows.importId, importId), gt(importRows.row, row)))
    .orderBy(asc(importRows.row))
    .limit(limit)
}

/** The same with the words of the claim or the check that each became. */
export function becameAfter(conn: Conn, importId: number, row: number, limit: number) {
  const { line, claimId, checkId } = importRows
  return conn
    .select({ row: importRows.row, line, claimId, checkId, statement: claims.statement, checked: outsideChecks.claim })
    .from(importRows)
    .leftJoin(claims, eq(claims.id, importRows.claimId))
    .leftJoin(outsideChecks, eq(outsideChecks.id, importRows.checkId))
    .where(and(eq(importRows.importId, importId), gt(importRows.row, row)))
    .orderBy(asc(importRows.row))
    .limit(limit)
}

/** The ratings that labels may mean, those of the scale first to last. */
export function ratingsIn(conn: Conn, scale: string) {
  return conn
    .select({ id: ratings.id, label: ratings.label, value: ratings.value })
    .from(ratings)
    .where(and(eq(ratings.scale, scale), isNull(ratings.retiredAt)))
    .orderBy(asc(ratings.position))
}

/** Removes the files of drafts that were made before that instant and never confirmed, and the drafts. */
export async function deleteDrafts(tx: Tx, before: string): Promise<void> {
  const old = tx
    .select({ id: imports.id })
    .from(imports)
    .where(and(eq(imports.state, 'draft'), lt(imports.createdAt, before)))
  await tx.delete(importPieces).where(inArray(importPieces.importId, old))
  await tx.delete(imports).where(and(eq(imports.state, 'draft'), lt(imports.createdAt, before)))
}
