import { type SQLWrapper, and, desc, eq, gt, isNotNull, isNull, lt, ne, sql } from 'drizzle-orm'
import { type Conn, type Tx, insertedId, prepared } from '../../db/conn.ts'
import { claims, findingPlaces, findings, people } from '../../db/schema/index.ts'

/** What was decided about the candidates of an article and stands, the newest first; `place` is where in that version, if its words are there. */
export async function standingOf(conn: Conn, articleId: number, versionId: number) {
  const query = prepared(conn, 'findings.standing', (c) =>
    c
      .select({
        id: findings.id,
        versionId: findings.versionId,
        start: findings.start,
        end: findings.end,
        decision: findings.decision,
        reason: findings.reason,
        claimId: findings.claimId,
        number: claims.number,
        statement: sql<string>`json_extract(${findings.proposed}, '$.statement')`,
        by: people.name,
        later: { start: findingPlaces.start, end: findingPlaces.end },
      })
      .from(findings)
      .innerJoin(people, eq(people.id, findings.decidedById))
      .leftJoin(claims, eq(claims.id, findings.claimId))
      .leftJoin(findingPlaces, placedIn(sql.placeholder('versionId')))
      .where(and(eq(findings.articleId, sql.placeholder('articleId')), isNull(findings.takenBackAt)))
      .orderBy(desc(findings.id))
      .prepare(),
  )
  const rows = await query.execute({ articleId, versionId })
  return rows.map(({ later, ...row }) => ({
    ...row,
    place: row.versionId === versionId ? { start: row.start, end: row.end } : later,
  }))
}

const placedIn = (versionId: number | SQLWrapper) =>
  and(eq(findingPlaces.findingId, findings.id), eq(findingPlaces.versionId, versionId))

/** Where the words of a decision stand in a version; undefined where they do not. */
export async function placeOfFinding(conn: Conn, id: number, versionId: number) {
  const [found] = await conn
    .select({
      versionId: findings.versionId,
      start: findings.start,
      end: findings.end,
      later: { start: findingPlaces.start, end: findingPlaces.end },
    })
    .from(findings)
    .leftJoin(findingPlaces, placedIn(versionId))
    .where(eq(findings.id, id))
    .limit(1)
  if (found?.versionId !== versionId) return found?.later ?? undefined
  return { start: found.start, end: found.end }
}

/** The claims of an article that were set aside because their acceptance was taken back. */
export async function takenBackClaims(conn: Conn, articleId: number): Promise<Set<number>> {
  const query = prepared(conn, 'findings.takenBack', (c) =>
    c
      .select({ id: findings.claimId })
      .from(findings)
      .where(
        and(
          eq(findings.articleId, sql.placeholder('articleId')),
          isNotNull(findings.takenBackAt),
          isNotNull(findings.claimId),
        ),
      )
      .prepare(),
  )
  return new Set((await query.execute({ articleId })).flatMap(({ id }) => id ?? []))
}

/** What was proposed where a claim was accepted; the newest time, when that was taken back and done again. */
export async function proposedFor(conn: Conn, claimId: number) {
  const query = prepared(conn, 'findings.proposed', (c) =>
    c
      .select({ proposed: findings.proposed })
      .from(findings)
      .where(eq(findings.claimId, sql.placeholder('claimId')))
      .orderBy(desc(findings.id))
      .limit(1)
      .prepare(),
  )
  const [found] = await query.execute({ claimId })
  return found?.proposed
}

/** The decision of that id, or undefined. */
export async function findFinding(conn: Conn, id: number) {
  const [found] = await conn.select().from(findings).where(eq(findings.id, id)).limit(1)
  return found
}

/** The claim that was made of this place and set aside again when that was taken back; the newest one. */
export async function claimTakenBack(conn: Conn, at: { versionId: number; start: number; end: number }) {
  const [found] = await conn
    .select({ claimId: claims.id, statement: claims.statement })
    .from(findings)
    .innerJoin(claims, eq(claims.id, findings.claimId))
    .where(
      and(
        // The claim has followed its words into newer versions.
        eq(claims.versionId, at.versionId),
        eq(claims.quoteStart, at.start),
        eq(claims.quoteEnd, at.end),
        isNotNull(findings.takenBackAt),
        eq(claims.state, 'set_aside'),
        eq(claims.version, 1),
      ),
    )
    .orderBy(desc(findings.id))
    .limit(1)
  return found
}

/** Whether another claim that is not set aside was made of words in [start, end). */
export async function hasOtherClaim(
  conn: Conn,
  at: { versionId: number; start: number; end: number },
  claimId: number,
) {
  const [found] = await conn
    .select({ id: claims.id })
    .from(claims)
    .where(
      and(
        eq(claims.versionId, at.versionId),
        lt(claims.quoteStart, at.end),
        gt(claims.quoteEnd, at.start),
        ne(claims.id, claimId),
        ne(claims.state, 'set_aside'),
      ),
    )
    .limit(1)
  return found !== undefined
}

/** Returns the id. */
export async function insertFinding(tx: Tx, row: typeof findings.$inferInsert): Promise<number> {
  return insertedId(await tx.insert(findings).values(row).returning({ id: findings.id }))
}

/** Marks a decision as taken back: nothing else of it ever changes. */
export async function endFinding(tx: Tx, id: number): Promise<void> {
  await tx.update(findings).set({ takenBackAt: tx.now }).where(eq(findings.id, id))
}

/** Keeps where the words of a decision stand in a newer version. */
export async function insertPlace(tx: Tx, row: typeof findingPlaces.$inferInsert): Promise<void> {
  await tx.insert(findingPlaces).values(row)
}
