import { and, eq, inArray, isNotNull, isNull, ne, notExists, or, sql } from 'drizzle-orm'
import { type Conn, type Tx, prepared } from '../../db/conn.ts'
import { insertInto } from '../../db/insert.ts'
import {
  claims,
  evidence,
  importedClaims,
  importedEvidence,
  importRows,
  importedVersions,
  imports,
  ratings,
  sources,
} from '../../db/schema/index.ts'

/** What an import has made of the versions of its articles, by their numbers. */
export function versionsMade(conn: Conn, importId: number) {
  return conn
    .select()
    .from(importedVersions)
    .where(eq(importedVersions.importId, importId))
    .orderBy(importedVersions.articleThere, importedVersions.number)
}

/** Notes what the versions of an article became. */
export async function insertVersions(tx: Tx, rows: (typeof importedVersions.$inferInsert)[]): Promise<void> {
  for (const row of rows) await insertInto(tx, importedVersions, row)
}

/** Every rating that there ever was, by which our own file names it. */
export const allRatings = (conn: Conn) =>
  conn.select({ id: ratings.id, scale: ratings.scale, key: ratings.key, label: ratings.label }).from(ratings)

/** Keeps what our own file says of a claim. */
export async function insertOwnClaim(tx: Tx, row: typeof importedClaims.$inferInsert): Promise<void> {
  await insertInto(tx, importedClaims, row)
}

/** Keeps what our own file says of a piece of evidence. */
export async function insertOwnEvidence(tx: Tx, row: typeof importedEvidence.$inferInsert): Promise<void> {
  await insertInto(tx, importedEvidence, row)
}

/** What the claims of those numbers are, without those that the import `except` made, or that were set aside when theirs was undone. */
export function claimsOf(conn: Conn, ids: number[], except = 0) {
  const { id, articleId, number, statement, quote, state } = claims
  const undone = conn
    .select({ row: importRows.row })
    .from(importRows)
    .innerJoin(imports, eq(imports.id, importRows.importId))
    .where(and(eq(importRows.claimId, id), isNotNull(imports.undoneById)))
  const own = conn
    .select({ id: importedClaims.claimId })
    .from(importedClaims)
    .where(and(eq(importedClaims.claimId, id), eq(importedClaims.importId, except)))
  return conn
    .select({ id, articleId, number, statement, quote })
    .from(claims)
    .where(and(inArray(id, ids), notExists(own), or(ne(state, 'set_aside'), notExists(undone))))
}

/** What the pieces of evidence of those numbers are. */
export function evidenceOf(conn: Conn, ids: number[]) {
  const { id, claimId, sourceId, createdAt } = evidence
  return conn
    .select({ id, claimId, sourceId, createdAt, title: sources.title })
    .from(evidence)
    .innerJoin(sources, eq(sources.id, sourceId))
    .where(and(inArray(id, ids), isNull(evidence.withdrawnAt)))
}

/** Which claims here came as those numbers out of our own files, by the number; of the newest import that stands. */
export async function cameAs(conn: Conn, there: number[]): Promise<Map<number, number>> {
  const { claimId, claimThere, importId } = importedClaims
  const found = await conn
    .select({ claimId, claimThere })
    .from(importedClaims)
    .innerJoin(imports, eq(imports.id, importId))
    .where(and(inArray(claimThere, there), ne(imports.state, 'undone'), ne(imports.state, 'undoing')))
    .orderBy(importId)
  return new Map(found.map((one) => [one.claimThere, one.claimId]))
}

/** The source that an import has made of the one with that number; undefined before the first evidence from it. */
export async function sourceMade(conn: Conn, importId: number, sourceThere: number): Promise<number | undefined> {
  const query = prepared(conn, 'imports.source_made', (c) =>
    c
      .select({ id: evidence.sourceId })
      .from(importedEvidence)
      .innerJoin(evidence, eq(evidence.id, importedEvidence.evidenceId))
      .where(
        and(
          eq(importedEvidence.importId, sql.placeholder('importId')),
          eq(importedEvidence.sourceThere, sql.placeholder('sourceThere')),
        ),
      )
      .limit(1)
      .prepare(),
  )
  const [found] = await query.execute({ importId, sourceThere })
  return found?.id
}
