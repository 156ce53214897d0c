import { type SQL, and, asc, eq, max, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type Conn, type Tx, prepared } from '../../db/conn.ts'
import { insertInto } from '../../db/insert.ts'
import {
  articles,
  claimTags,
  claimants,
  claims,
  importedVerdicts,
  people,
  ratings,
  tags,
  versions,
} from '../../db/schema/index.ts'
import { badgeColumns } from '../verdicts/columns.ts'

const reporters = alias(claimants, 'reporters')

/** The claim with all that belongs to it, or undefined. */
export async function findClaim(conn: Conn, id: number) {
  const query = prepared(conn, 'claims.claim', (c) => wholeClaims(c, eq(claims.id, sql.placeholder('id'))))
  const [claim] = withTags(await query.execute({ id }))
  return claim
}

/** Some claims with all that belongs to them, in no order. */
export async function findClaims(conn: Conn, ids: readonly number[]) {
  const among = sql`${claims.id} in (select value from json_each(${sql.placeholder('ids')}))`
  const query = prepared(conn, 'claims.claims', (c) => wholeClaims(c, among))
  return withTags(await query.execute({ ids: JSON.stringify(ids) }))
}

const wholeClaims = (c: Conn, where: SQL) =>
  c
    .select(claimColumns)
    .from(claims)
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .innerJoin(versions, eq(versions.id, claims.versionId))
    .leftJoin(claimants, eq(claimants.id, claims.claimantId))
    .leftJoin(reporters, eq(reporters.id, claims.reportedById))
    .leftJoin(people, eq(people.id, claims.assigneeId))
    .leftJoin(ratings, eq(ratings.id, claims.ratingId))
    .leftJoin(claimTags, eq(claimTags.claimId, claims.id))
    .leftJoin(tags, eq(tags.id, claimTags.tagId))
    .where(where)
    .orderBy(asc(claims.id), asc(tags.nameKey))
    .prepare()

// One row a tag: fewer bytes than a second query costs time.
function withTags<R extends { id: number; tag: string | null }>(rows: readonly R[]) {
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap(([first, ...others]) => {
    if (!first) return []
    const { tag, ...claim } = first
    return [{ ...claim, tags: [tag, ...others.map((row) => row.tag)].filter((name) => name !== null) }]
  })
}

const claimColumns = {
  id: claims.id,
  articleId: claims.articleId,
  articleTitle: articles.title,
  language: articles.language,
  outlet: articles.outlet,
  publishedOn: articles.publishedOn,
  number: claims.number,
  versionId: claims.versionId,
  /** Number of that version. */
  versionNumber: versions.number,
  standing: claims.standing,
  statement: claims.statement,
  quote: claims.quote,
  quoteStart: claims.quoteStart,
  quoteEnd: claims.quoteEnd,
  prefix: claims.prefix,
  suffix: claims.suffix,
  claimant: { id: claimants.id, name: claimants.name, role: claimants.role },
  reportedBy: { id: reporters.id, name: reporters.name, role: reporters.role },
  claimedOn: claims.claimedOn,
  claimedPlace: claims.claimedPlace,
  kind: claims.kind,
  priority: claims.priority,
  assignee: { id: people.id, name: people.name },
  dueOn: claims.dueOn,
  state: claims.state,
  setAsideReason: claims.setAsideReason,
  stateBefore: claims.stateBefore,
  decisionId: claims.decisionId,
  imported: sql`exists (select 1 from ${importedVerdicts} where ${importedVerdicts.claimId} = ${claims.id})`.mapWith(
    Boolean,
  ),
  independent: claims.independent,
  articleIndependent: articles.independent,
  publishedAt: claims.publishedAt,
  correctionCount: claims.correctionCount,
  rating: { id: ratings.id, key: ratings.key, ...badgeColumns },
  createdAt: claims.createdAt,
  changedAt: claims.changedAt,
  version: claims.version,
  tag: tags.name,
}

/** What the reading view shows of an article's claims, in the order of the text; what has lost its words stands where it was. */
export async function marksOf(conn: Conn, articleId: number) {
  const query = prepared(conn, 'claims.marks', (c) =>
    c
      .select({
        id: claims.id,
        number: claims.number,
        statement: claims.statement,
        quoteStart: claims.quoteStart,
        quoteEnd: claims.quoteEnd,
        quote: claims.quote,
        standing: claims.standing,
        state: claims.state,
        rating: badgeColumns,
      })
      .from(claims)
      .leftJoin(ratings, eq(ratings.id, claims.ratingId))
      .where(eq(claims.articleId, sql.placeholder('articleId')))
      .orderBy(asc(claims.quoteStart), asc(claims.quoteEnd), asc(claims.id))
      .prepare(),
  )
  return query.execute({ articleId })
}

/** The claims anchored at exactly that place of the text. */
export async function claimsAt(
  conn: Conn,
  place: { articleId: number; versionId: number; start: number; end: number },
) {
  return conn
    .select({ id: claims.id, articleId: claims.articleId, number: claims.number, statement: claims.statement })
    .from(claims)
    .where(
      and(
        eq(claims.articleId, place.articleId),
        eq(claims.versionId, place.versionId),
        eq(claims.quoteStart, place.start),
        eq(claims.quoteEnd, place.end),
      ),
    )
}

/** The highest number given to a claim of the article; 0 before the first. */
export async function lastNumber(conn: Conn, articleId: number): Promise<number> {
  const query = prepared(conn, 'claims.last_number', (c) =>
    c
      .select({ last: max(claims.number) })
      .from(claims)
      .where(eq(claims.articleId, sql.placeholder('articleId')))
      .prepare(),
  )
  const [row] = await query.execute({ articleId })
  return row?.last ?? 0
}

/** Whether the article has a claim of that number. */
export async function hasNumber(conn: Conn, articleId: number, number: number): Promise<boolean> {
  const query = prepared(conn, 'claims.numbered', (c) =>
    c
      .select({ id: claims.id })
      .from(claims)
      .where(and(eq(claims.articleId, sql.placeholder('articleId')), eq(claims.number, sql.placeholder('number'))))
      .prepare(),
  )
  return (await query.execute({ articleId, number })).length > 0
}

/** Whether no claim has that id. */
export async function isFree(conn: Conn, id: number): Promise<boolean> {
  const query = prepared(conn, 'claims.is_free', (c) =>
    c
      .select({ id: claims.id })
      .from(claims)
      .where(eq(claims.id, sql.placeholder('id')))
      .prepare(),
  )
  return (await query.execute({ id })).length === 0
}

/** Returns the id. The counts of the article follow by a trigger. */
export const insertClaim = (tx: Tx, row: typeof claims.$inferInsert): Promise<number> => insertInto(tx, claims, row)

/** Sets a claim aside for that reason; a rating that was imported with it goes. */
export async function setAsideImported(tx: Tx, id: number, reason: string): Promise<void> {
  const change = prepared(tx, 'claims.imported_aside', () =>
    tx
      .update(claims)
      .set({
        state: 'set_aside',
        stateBefore: 'open',
        setAsideReason: sql`${sql.placeholder('reason')}`,
        ratingId: null,
        changedAt: sql`${sql.placeholder('now')}`,
      })
      .where(eq(claims.id, sql.placeholder('id')))
      .prepare(),
  )
  await change.execute({ id, reason, now: tx.now })
}

/** Changes columns of a claim; its time of change is the transaction's. */
export async function updateClaim(tx: Tx, id: number, set: Partial<typeof claims.$inferInsert>): Promise<void> {
  await tx
    .update(claims)
    .set({ ...set, changedAt: tx.now })
    .where(eq(claims.id, id))
}
