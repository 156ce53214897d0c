import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, ne } from 'drizzle-orm'
import type { Conn, Tx } from '../../db/conn.ts'
import {
  claims,
  decisions,
  evidence,
  people,
  sourceLooks,
  sourceWatches,
  sources,
  watching,
} from '../../db/schema/index.ts'

/** What was last said about watching; undefined when nobody ever has. */
export async function findWatching(conn: Conn) {
  const [row] = await conn
    .select({ isOn: watching.isOn, everyHours: watching.everyHours, switchedAt: watching.switchedAt })
    .from(watching)
    .where(eq(watching.id, 1))
  return row
}

/** Keeps what is said about watching from now on. */
export async function keepWatching(tx: Tx, said: { isOn: boolean; everyHours: number }): Promise<void> {
  const row = { ...said, switchedAt: tx.now }
  await tx
    .insert(watching)
    .values({ id: 1, ...row })
    .onConflictDoUpdate({ target: watching.id, set: row })
}

/** Whether and since when a source is watched; undefined when it never was. */
export async function findWatch(conn: Conn, sourceId: number) {
  const [found] = await conn
    .select({
      isOn: sourceWatches.isOn,
      changedAt: sourceWatches.changedAt,
      changedBy: people.name,
      nextAt: sourceWatches.nextAt,
    })
    .from(sourceWatches)
    .leftJoin(people, eq(people.id, sourceWatches.changedById))
    .where(eq(sourceWatches.sourceId, sourceId))
  return found
}

/** Switches the watch of a source. */
export async function keepWatch(
  tx: Tx,
  sourceId: number,
  { isOn, changedById }: { isOn: boolean; changedById: number | null },
): Promise<void> {
  const row = { isOn, changedById, changedAt: tx.now }
  await tx
    .insert(sourceWatches)
    .values({ sourceId, nextAt: tx.now, ...row })
    .onConflictDoUpdate({ target: sourceWatches.sourceId, set: row })
}

/** Sets when a source is looked at next. */
export async function setNext(tx: Tx, sourceId: number, nextAt: string): Promise<void> {
  await tx.update(sourceWatches).set({ nextAt }).where(eq(sourceWatches.sourceId, sourceId))
}

/** Brings looks forward that were further away than that. */
export async function lookNoLaterThan(tx: Tx, nextAt: string): Promise<void> {
  await tx.update(sourceWatches).set({ nextAt }).where(gt(sourceWatches.nextAt, nextAt))
}

/** Up to `limit` watched sources whose next look is due by then, the longest due first. */
export async function dueWatches(conn: Conn, by: string, limit: number) {
  return conn
    .select({ id: sources.id, url: sources.url, nextAt: sourceWatches.nextAt })
    .from(sourceWatches)
    .innerJoin(sources, eq(sources.id, sourceWatches.sourceId))
    .where(and(eq(sourceWatches.isOn, true), lte(sourceWatches.nextAt, by)))
    .orderBy(asc(sourceWatches.nextAt))
    .limit(limit)
}

/** A source as watching needs it, confidential or not. */
export async function findAddress(conn: Conn, sourceId: number) {
  const [found] = await conn
    .select({
      id: sources.id,
      url: sources.url,
      confidential: sources.confidential,
      mergedIntoId: sources.mergedIntoId,
    })
    .from(sources)
    .where(eq(sources.id, sourceId))
  return found
}

/** The passages that standing evidence cites from a source, of claims that are not set aside. */
export async function citedPassages(conn: Conn, sourceId: number) {
  const rows = await conn
    .select({ evidence: evidence.id, claim: evidence.claimId, passage: evidence.passage })
    .from(evidence)
    .innerJoin(claims, eq(claims.id, evidence.claimId))
    .where(and(rests(sourceId), isNotNull(evidence.passage)))
    .orderBy(asc(evidence.id))
  return rows.flatMap(({ passage, ...row }) => (passage === null ? [] : [{ ...row, passage }]))
}

/** The claims with standing evidence from a source, each with the people who should hear of it. */
export async function restingClaims(conn: Conn, sourceId: number) {
  return conn
    .select({
      id: claims.id,
      articleId: claims.articleId,
      assigneeId: claims.assigneeId,
      addedById: evidence.addedById,
      checkerId: decisions.checkerId,
    })
    .from(evidence)
    .innerJoin(claims, eq(claims.id, evidence.claimId))
    .leftJoin(decisions, eq(decisions.id, claims.decisionId))
    .where(rests(sourceId))
    .orderBy(asc(claims.id), asc(evidence.id))
}

const rests = (sourceId: number) =>
  and(eq(evidence.sourceId, sourceId), isNull(evidence.withdrawnAt), ne(claims.state, 'set_aside'))

type NewLook = Omit<typeof sourceLooks.$inferInsert, 'id' | 'at'>

/** Writes down what was found; returns its id. */
export async function insertLook(tx: Tx, look: NewLook): Promise<number> {
  const [row] = await tx
    .insert(sourceLooks)
    .values({ ...look, at: tx.now })
    .returning({ id: sourceLooks.id })
  if (!row) throw new Error('The look was not stored')
  return row.id
}

/** The newest looks at any of the sources, newest first. */
export async function newestLooks(conn: Conn, sourceIds: readonly number[], limit: number) {
  return conn
    .select()
    .from(sourceLooks)
    .where(inArray(sourceLooks.sourceId, [...sourceIds]))
    .orderBy(desc(sourceLooks.id))
    .limit(limit)
}
