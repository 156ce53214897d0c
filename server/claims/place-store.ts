import { and, asc, desc, eq, max, sql } from 'drizzle-orm'
import { type Conn, type Tx, prepared } from '../../db/conn.ts'
import { claimAnchors, claims, people, ratings, versions } from '../../db/schema/index.ts'
import { badgeColumns } from '../verdicts/columns.ts'

const placeColumns = {
  id: claims.id,
  articleId: claims.articleId,
  number: claims.number,
  statement: claims.statement,
  state: claims.state,
  versionId: claims.versionId,
  standing: claims.standing,
  quote: claims.quote,
  start: claims.quoteStart,
  end: claims.quoteEnd,
  prefix: claims.prefix,
  suffix: claims.suffix,
  assigneeId: claims.assigneeId,
  addedById: claims.addedById,
}

/** Where every claim of an article is anchored, and who checks it, in the order of the text. */
export async function placesOfArticle(conn: Conn, articleId: number) {
  const query = prepared(conn, 'claims.places', (c) =>
    c
      .select(placeColumns)
      .from(claims)
      .where(eq(claims.articleId, sql.placeholder('articleId')))
      .orderBy(asc(claims.quoteStart), asc(claims.quoteEnd), asc(claims.id))
      .prepare(),
  )
  return query.execute({ articleId })
}

/** Where one claim is anchored, or undefined. */
export async function findPlace(conn: Conn, id: number) {
  const [found] = await conn.select(placeColumns).from(claims).where(eq(claims.id, id)).limit(1)
  return found
}

/** The places of a claim before the one it has, the newest first, with the number of their version and who ended them. */
export async function earlierPlaces(conn: Conn, claimId: number) {
  const query = prepared(conn, 'claims.earlierPlaces', (c) =>
    c
      .select({
        id: claimAnchors.id,
        versionId: claimAnchors.versionId,
        version: versions.number,
        quote: claimAnchors.quote,
        endedAt: claimAnchors.endedAt,
        endedBy: people.name,
      })
      .from(claimAnchors)
      .innerJoin(versions, eq(versions.id, claimAnchors.versionId))
      .innerJoin(people, eq(people.id, claimAnchors.endedById))
      .where(eq(claimAnchors.claimId, sql.placeholder('claimId')))
      .orderBy(desc(claimAnchors.id))
      .prepare(),
  )
  return query.execute({ claimId })
}

const markColumns = {
  id: claims.id,
  number: claims.number,
  statement: claims.statement,
  state: claims.state,
  standing: claims.standing,
  rating: badgeColumns,
}

/** The claims that are anchored in a version now. */
export async function anchoredIn(conn: Conn, versionId: number) {
  return conn
    .select({ ...markColumns, quoteStart: claims.quoteStart, quoteEnd: claims.quoteEnd })
    .from(claims)
    .leftJoin(ratings, eq(ratings.id, claims.ratingId))
    .innerJoin(versions, eq(versions.id, claims.versionId))
    .where(and(eq(claims.versionId, versionId), eq(claims.articleId, versions.articleId)))
}

/** The claims that were anchored in a version and are anchored elsewhere now: where they stood in it last. */
export async function onceAnchoredIn(conn: Conn, versionId: number) {
  const last = conn
    .select({ id: max(claimAnchors.id).as('last_id') })
    .from(claimAnchors)
    .where(eq(claimAnchors.versionId, versionId))
    .groupBy(claimAnchors.claimId)
    .as('last')
  return conn
    .select({
      ...markColumns,
      quoteStart: claimAnchors.quoteStart,
      quoteEnd: claimAnchors.quoteEnd,
      versionId: claims.versionId,
    })
    .from(last)
    .innerJoin(claimAnchors, eq(claimAnchors.id, last.id))
    .innerJoin(claims, eq(claims.id, claimAnchors.claimId))
    .leftJoin(ratings, eq(ratings.id, claims.ratingId))
}

/** Keeps a place that ends now. */
export async function keepPlace(tx: Tx, row: Omit<typeof claimAnchors.$inferInsert, 'id' | 'endedAt'>): Promise<void> {
  await tx.insert(claimAnchors).values({ ...row, endedAt: tx.now })
}

type NewPlace = Pick<
  typeof claims.$inferInsert,
  'versionId' | 'quote' | 'quoteStart' | 'quoteEnd' | 'prefix' | 'suffix' | 'standing'
>

/** Anchors a claim elsewhere; its time of change stays, for nothing of the claim itself has changed. */
export async function setPlace(tx: Tx, id: number, place: NewPlace): Promise<void> {
  await tx.update(claims).set(place).where(eq(claims.id, id))
}

/** Says whether the words of a claim stand in the newest version. */
export async function setStanding(tx: Tx, id: number, standing: 'lost' | 'gone'): Promise<void> {
  await tx.update(claims).set({ standing, changedAt: tx.now }).where(eq(claims.id, id))
}
