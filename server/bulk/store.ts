import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type Conn, type Tx, insertedId } from '../../db/conn.ts'
import {
  bulkChanges,
  bulkChosen,
  bulkOutcomes,
  bulkUndos,
  claimTags,
  claims,
  people,
  tags,
} from '../../db/schema/index.ts'

const claimColumns = {
  id: claims.id,
  articleId: claims.articleId,
  number: claims.number,
  statement: claims.statement,
  state: claims.state,
  stateBefore: claims.stateBefore,
  setAsideReason: claims.setAsideReason,
  priority: claims.priority,
  dueOn: claims.dueOn,
  assignee: { id: people.id, name: people.name },
  version: claims.version,
}

/** These claims with their tags, in the order of the ids. What does not exist is passed over. Up to some hundreds. */
export async function bulkClaims(conn: Conn, ids: readonly number[]) {
  const rows = await conn
    .select(claimColumns)
    .from(claims)
    .leftJoin(people, eq(people.id, claims.assigneeId))
    .where(inArray(claims.id, [...ids]))
  const tagged = await conn
    .select({ claimId: claimTags.claimId, name: tags.name })
    .from(claimTags)
    .innerJoin(tags, eq(tags.id, claimTags.tagId))
    .where(inArray(claimTags.claimId, [...ids]))
    .orderBy(asc(tags.nameKey))
  const tagsOf = Map.groupBy(tagged, ({ claimId }) => claimId)
  const found = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = found.get(id)
    return row ? [{ ...row, tags: (tagsOf.get(id) ?? []).map(({ name }) => name) }] : []
  })
}

export type BulkClaim = Awaited<ReturnType<typeof bulkClaims>>[number]

/** Returns the id. */
export async function insertBulk(
  tx: Tx,
  row: typeof bulkChanges.$inferInsert,
  chosen: readonly unknown[],
): Promise<number> {
  const bulkId = insertedId(await tx.insert(bulkChanges).values(row).returning({ id: bulkChanges.id }))
  await tx.insert(bulkChosen).values({ bulkId, claims: chosen })
  return bulkId
}

const undoers = alias(people, 'undoers')
const listed = {
  id: bulkChanges.id,
  change: bulkChanges.change,
  list: bulkChanges.list,
  claims: bulkChanges.claims,
  state: bulkChanges.state,
  changed: bulkChanges.changed,
  left: bulkChanges.left,
  restored: bulkChanges.restored,
  kept: bulkChanges.kept,
  madeById: bulkChanges.madeById,
  madeBy: people.name,
  createdAt: bulkChanges.createdAt,
  finishedAt: bulkChanges.finishedAt,
  undoneById: bulkChanges.undoneById,
  undoneBy: undoers.name,
  undoneAt: bulkChanges.undoneAt,
}

const bulks = (conn: Conn) =>
  conn
    .select(listed)
    .from(bulkChanges)
    .innerJoin(people, eq(people.id, bulkChanges.madeById))
    .leftJoin(undoers, eq(undoers.id, bulkChanges.undoneById))

/** Undefined when there is none. */
export async function findBulk(conn: Conn, id: number) {
  const [found] = await bulks(conn).where(eq(bulkChanges.id, id))
  return found
}

export type BulkRow = NonNullable<Awaited<ReturnType<typeof findBulk>>>

/** Up to `limit` of them, newest first; `before` is an id. */
export const bulksBefore = (conn: Conn, before: number | undefined, limit: number) =>
  bulks(conn)
    .where(before === undefined ? undefined : lt(bulkChanges.id, before))
    .orderBy(desc(bulkChanges.id))
    .limit(limit)

/** The claims that were chosen, as they are stored. */
export async function chosenOf(conn: Conn, id: number): Promise<unknown> {
  const [found] = await conn.select().from(bulkChosen).where(eq(bulkChosen.bulkId, id))
  return found?.claims
}

/** Writes down how far it is. */
export async function updateBulk(tx: Tx, id: number, set: Partial<typeof bulkChanges.$inferInsert>): Promise<void> {
  await tx.update(bulkChanges).set(set).where(eq(bulkChanges.id, id))
}

/** Adds what became of some claims, and counts it. */
export async function insertOutcomes(tx: Tx, id: number, rows: (typeof bulkOutcomes.$inferInsert)[]): Promise<void> {
  if (rows.length === 0) return
  await tx.insert(bulkOutcomes).values(rows)
  const left = rows.filter(({ why }) => why != null).length
  const set = {
    changed: sql`${bulkChanges.changed} + ${rows.length - left}`,
    left: sql`${bulkChanges.left} + ${left}`,
  }
  await tx.update(bulkChanges).set(set).where(eq(bulkChanges.id, id))
}

/** Adds what became of some changed claims in the undoing, and counts it. */
export async function insertUndos(tx: Tx, id: number, rows: (typeof bulkUndos.$inferInsert)[]): Promise<void> {
  if (rows.length === 0) return
  await tx.insert(bulkUndos).values(rows)
  const kept = rows.filter(({ why }) => why != null).length
  const set = {
    restored: sql`${bulkChanges.restored} + ${rows.length - kept}`,
    kept: sql`${bulkChanges.kept} + ${kept}`,
  }
  await tx.update(bulkChanges).set(set).where(eq(bulkChanges.id, id))
}

/** The last place that was gone through: of the change, and of its undoing; 0 before the first. */
export async function lastPlaces(conn: Conn, id: number): Promise<{ done: number; undone: number }> {
  const [done] = await conn
    .select({ place: sql<number>`coalesce(max(${bulkOutcomes.place}), 0)` })
    .from(bulkOutcomes)
    .where(eq(bulkOutcomes.bulkId, id))
  const [undone] = await conn
    .select({ place: sql<number>`coalesce(max(${bulkUndos.place}), 0)` })
    .from(bulkUndos)
    .where(eq(bulkUndos.bulkId, id))
  return { done: done?.place ?? 0, undone: undone?.place ?? 0 }
}

/** Up to `limit` changed claims after that place, in the order in which they were changed. */
export const changedAfter = (conn: Conn, id: number, after: number, limit: number) =>
  conn
    .select()
    .from(bulkOutcomes)
    .where(and(eq(bulkOutcomes.bulkId, id), gt(bulkOutcomes.place, after), isNull(bulkOutcomes.why)))
    .orderBy(asc(bulkOutcomes.place))
    .limit(limit)

const outcomeColumns = {
  place: bulkOutcomes.place,
  claim: { id: claims.id, articleId: claims.articleId, number: claims.number, statement: claims.statement },
  why: bulkOutcomes.why,
  before: bulkOutcomes.before,
  after: bulkOutcomes.after,
  kept: bulkUndos.why,
}

const outcomes = (conn: Conn) =>
  conn
    .select(outcomeColumns)
    .from(bulkOutcomes)
    .innerJoin(claims, eq(claims.id, bulkOutcomes.claimId))
    .leftJoin(bulkUndos, and(eq(bulkUndos.bulkId, bulkOutcomes.bulkId), eq(bulkUndos.place, bulkOutcomes.place)))

/** Up to `limit` of what became of the claims after that place. */
export const outcomesAfter = (conn: Conn, id: number, after: number, limit: number) =>
  outcomes(conn)
    .where(and(eq(bulkOutcomes.bulkId, id), gt(bulkOutcomes.place, after)))
    .orderBy(asc(bulkOutcomes.place))
    .limit(limit)

export type OutcomeRow = Awaited<ReturnType<typeof outcomesAfter>>[number]

/** Up to `limit` of those that were left alone. */
export const leftOf = (conn: Conn, id: number, limit: number) =>
  outcomes(conn)
    .where(and(eq(bulkOutcomes.bulkId, id), isNotNull(bulkOutcomes.why)))
    .orderBy(asc(bulkOutcomes.place))
    .limit(limit)

/** Up to `limit` of those that could not be put back. */
export const keptOf = (conn: Conn, id: number, limit: number) =>
  outcomes(conn)
    .where(and(eq(bulkOutcomes.bulkId, id), isNotNull(bulkUndos.why)))
    .orderBy(asc(bulkOutcomes.place))
    .limit(limit)
