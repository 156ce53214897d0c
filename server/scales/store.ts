import { and, asc, eq, getTableColumns, isNull, sql } from 'drizzle-orm'
import { type Conn, type Tx, insertedId, prepared } from '../../db/conn.ts'
import { articles, claims, proposals, ratings, scales, settings, verdicts } from '../../db/schema/index.ts'

const key = sql.placeholder('key')
const isRetired = (column: typeof scales.retiredAt | typeof ratings.retiredAt) => asc(sql`${column} is not null`)

/** Every scale, the ones that are retired last. */
export async function scaleRows(conn: Conn) {
  return conn.select().from(scales).orderBy(isRetired(scales.retiredAt), asc(scales.createdAt), asc(scales.key))
}

/** Every rating of every scale in the order of its scale, the ones that are retired last. */
export async function ratingRows(conn: Conn) {
  return conn.select().from(ratings).orderBy(asc(ratings.scale), isRetired(ratings.retiredAt), asc(ratings.position))
}

/** Undefined when there is none. */
export async function findScale(conn: Conn, scaleKey: string) {
  const [found] = await conn.select().from(scales).where(eq(scales.key, scaleKey))
  return found
}

/** The ratings of a scale that are not retired, in its order. */
export async function currentRatings(conn: Conn, scaleKey: string) {
  const query = prepared(conn, 'scales.ratings', (c) =>
    c
      .select()
      .from(ratings)
      .where(and(eq(ratings.scale, key), isNull(ratings.retiredAt)))
      .orderBy(asc(ratings.position))
      .prepare(),
  )
  return query.execute({ key: scaleKey })
}

export type RatingRow = typeof ratings.$inferSelect

/** Undefined when there is none. */
export async function findRating(conn: Conn, id: number): Promise<RatingRow | undefined> {
  const [found] = await conn.select().from(ratings).where(eq(ratings.id, id))
  return found
}

/** The scale of an article's claims: its own, or the newsroom's. */
const inForce = sql<string>`coalesce(${articles.scale}, ${settings.scale})`

/** Undefined when there is no such claim. */
export async function scaleOfClaimRow(conn: Conn, claimId: number): Promise<string | undefined> {
  const query = prepared(conn, 'scales.ofClaim', (c) =>
    c
      .select({ scale: inForce })
      .from(claims)
      .innerJoin(articles, eq(articles.id, claims.articleId))
      .innerJoin(settings, eq(settings.id, 1))
      .where(eq(claims.id, sql.placeholder('claimId')))
      .prepare(),
  )
  return (await query.execute({ claimId }))[0]?.scale
}

/** The ratings that are not retired of the scale of a claim, in its order; none when there is no such claim. */
export async function ratingsOfClaim(conn: Conn, claimId: number) {
  const query = prepared(conn, 'scales.ratingsOfClaim', (c) =>
    c
      .select(getTableColumns(ratings))
      .from(claims)
      .innerJoin(articles, eq(articles.id, claims.articleId))
      .innerJoin(settings, eq(settings.id, 1))
      .innerJoin(ratings, and(eq(ratings.scale, inForce), isNull(ratings.retiredAt)))
      .where(eq(claims.id, sql.placeholder('claimId')))
      .orderBy(asc(ratings.position))
      .prepare(),
  )
  return query.execute({ claimId })
}

/** Whether any verdict, or anything that may become one, has the rating. */
export async function isRatingUsed(conn: Conn, id: number): Promise<boolean> {
  const given = await conn.select({ id: verdicts.id }).from(verdicts).where(eq(verdicts.ratingId, id)).limit(1)
  if (given.length > 0) return true
  const asked = await conn.select({ id: proposals.id }).from(proposals).where(eq(proposals.ratingId, id)).limit(1)
  return asked.length > 0
}

/** Whether any rating, of whatever scale, has the key. */
export async function isRatingKeyTaken(conn: Conn, ratingKey: string): Promise<boolean> {
  const found = await conn.select({ id: ratings.id }).from(ratings).where(eq(ratings.key, ratingKey)).limit(1)
  return found.length > 0
}

/** A second scale of the same key breaks a constraint. */
export async function insertScale(tx: Tx, row: { key: string; name: string }): Promise<void> {
  await tx.insert(scales).values({ ...row, createdAt: tx.now })
}

/** Changes columns of a scale and counts its version up. */
export async function updateScale(tx: Tx, scaleKey: string, set: { name?: string; retiredAt?: string }): Promise<void> {
  await tx
    .update(scales)
    .set({ ...set, version: sql`${scales.version} + 1` })
    .where(eq(scales.key, scaleKey))
}

/** Returns the id. */
export async function insertRating(tx: Tx, row: typeof ratings.$inferInsert): Promise<number> {
  return insertedId(await tx.insert(ratings).values(row).returning({ id: ratings.id }))
}

/** Changes columns of a rating. */
export async function updateRating(tx: Tx, id: number, set: Partial<typeof ratings.$inferInsert>): Promise<void> {
  await tx.update(ratings).set(set).where(eq(ratings.id, id))
}
