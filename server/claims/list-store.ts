import { and, asc, count, eq, inArray, isNull, sql } from 'drizzle-orm'
import { type Conn, prepared } from '../../db/conn.ts'
import {
  articles,
  claimTags,
  claimants,
  claims,
  evidence,
  people,
  ratings,
  scales,
  sources,
  tags,
} from '../../db/schema/index.ts'
import { badgeColumns } from '../verdicts/columns.ts'
import { type Sort, plainSort } from './filter.ts'
import type { Cursor } from './list-order.ts'
import { type Shape, type Wanted, shapeOf, sortKey } from './list-where-store.ts'

const limit = sql.placeholder('limit')
const byTag = eq(sql`+${claimTags.claimId}`, claims.id)

const rowColumns = {
  id: claims.id,
  articleId: claims.articleId,
  number: claims.number,
  statement: claims.statement,
  state: claims.state,
  kind: claims.kind,
  priority: claims.priority,
  dueOn: claims.dueOn,
  evidenceCount: claims.evidenceCount,
  createdAt: claims.createdAt,
  changedAt: claims.changedAt,
  /** '' while it is not decided. */
  decidedAt: claims.decidedKey,
  publishedAt: claims.publishedAt,
  claimantId: claims.claimantId,
  claimant: claimants.name,
  articleTitle: articles.title,
  outlet: articles.outlet,
  ratingId: claims.ratingId,
  assignee: people.name,
}

/** Up to `size` rows of the list from the cursor on, in the direction in which it is read. */
export async function listRows(conn: Conn, wanted: Wanted, { cursor, size }: { cursor: Cursor; size: number }) {
  const shape = shapeOf(wanted, cursor)
  const query = kept(conn, `rows ${shape.name}`, shape, (c) => {
    const all = c
      .select({ ...rowColumns, ...placeColumns(wanted.sort) })
      .from(claims)
      .leftJoin(articles, eq(articles.id, claims.articleId))
      .leftJoin(claimants, eq(claimants.id, claims.claimantId))
      .leftJoin(people, eq(people.id, claims.assigneeId))
    const some = shape.tagLeads ? all.innerJoin(claimTags, byTag) : all
    return some
      .where(shape.where)
      .orderBy(...shape.order)
      .limit(limit)
      .prepare()
  })
  return query.execute({ ...shape.params, limit: size })
}

export type ListRow = Awaited<ReturnType<typeof listRows>>[number]

/** Up to `size` ids of the list from the cursor on, each with what it is sorted by. */
export async function listIds(conn: Conn, wanted: Wanted, { cursor, size }: { cursor: Cursor; size: number }) {
  const shape = shapeOf(wanted, cursor)
  const query = kept(conn, `ids ${shape.name}`, shape, (c) => {
    const all = c.select({ id: claims.id, ...placeColumns(wanted.sort) }).from(claims)
    const some = shape.tagLeads ? all.innerJoin(claimTags, byTag) : all
    return some
      .where(shape.where)
      .orderBy(...shape.order)
      .limit(limit)
      .prepare()
  })
  // As SQLite gives them: a file reads every id of the list.
  const rows = query.values({ ...shape.params, limit: size }) as [id: number, key: string | number | null, id: number][]
  return rows.map(([id, placeKey, placeId]) => ({ id, placeKey, placeId }))
}

/** Where a claim stands in that order: see `Place`. */
function placeColumns(sort: Sort) {
  const key = sql<string | number | null>`${sortKey(sort) ?? sql`null`}`
  return { placeKey: key, placeId: plainSort(sort) === 'number' ? claims.number : claims.id }
}

/** How many claims the list has, counting no further than `most`. */
export async function countListed(conn: Conn, wanted: Wanted, most: number): Promise<number> {
  // No order is asked for, so any index will do.
  const shape = shapeOf({ ...wanted, sort: 'newest' })
  const query = kept(conn, `count ${shape.name}`, shape, (c) => {
    const all = c.select({ id: claims.id }).from(claims)
    const some = shape.tagLeads ? all.innerJoin(claimTags, byTag) : all
    return c.select({ n: count() }).from(some.where(shape.where).limit(limit).as('listed')).prepare()
  })
  const [row] = await query.execute({ ...shape.params, limit: most })
  return row?.n ?? 0
}

// Any mixture of filters can be asked for; only the plain ones are worth keeping for ever.
function kept<T>(conn: Conn, name: string, shape: Shape, build: (conn: Conn) => T): T {
  return shape.size > 4 ? build(conn) : prepared(conn, `claims.list ${name}`, build)
}

/** How many pieces of evidence that everyone may see each of these claims has; claims without any are left out. Up to 50 ids. */
export async function openEvidence(conn: Conn, ids: number[]): Promise<Map<number, number>> {
  const names = Array.from({ length: 50 }, (_, index) => `id${index}`)
  const query = prepared(conn, 'claims.list evidence', (c) =>
    c
      .select({ claimId: evidence.claimId, n: count() })
      .from(evidence)
      .innerJoin(sources, eq(sources.id, evidence.sourceId))
      .where(
        and(
          inArray(evidence.claimId, names.map(sql.placeholder)),
          isNull(evidence.withdrawnAt),
          eq(sources.confidential, false),
        ),
      )
      .groupBy(evidence.claimId)
      .prepare(),
  )
  const rows = await query.execute(Object.fromEntries(names.map((name, index) => [name, ids[index] ?? 0])))
  return new Map(rows.map(({ claimId, n }) => [claimId, n]))
}

/** The tags of these claims, in the order of the alphabet. Up to 50 ids. */
export async function tagsOf(conn: Conn, ids: number[]): Promise<Map<number, string[]>> {
  const rows = await conn
    .select({ claimId: claimTags.claimId, name: tags.name })
    .from(claimTags)
    .innerJoin(tags, eq(tags.id, claimTags.tagId))
    .where(inArray(claimTags.claimId, ids))
    .orderBy(asc(tags.nameKey))
  const byClaim = Map.groupBy(rows, ({ claimId }) => claimId)
  return new Map([...byClaim].map(([claimId, some]) => [claimId, some.map(({ name }) => name)]))
}

/** Every rating, scale by scale, in each the ones in use first. */
export async function allRatings(conn: Conn) {
  const query = prepared(conn, 'claims.list ratings', (c) =>
    c
      .select({ id: ratings.id, key: ratings.key, retiredAt: ratings.retiredAt, scale: scales.name, ...badgeColumns })
      .from(ratings)
      .innerJoin(scales, eq(scales.key, ratings.scale))
      .orderBy(
        asc(sql`${scales.retiredAt} is not null`),
        asc(scales.createdAt),
        asc(scales.key),
        asc(sql`${ratings.retiredAt} is not null`),
        asc(ratings.position),
      )
      .prepare(),
  )
  return query.execute()
}

/** Up to `size` people who can have claims to check, by name. */
export async function somePeople(conn: Conn, size: number) {
  const query = prepared(conn, 'claims.list people', (c) =>
    c
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(sql`${people.role} <> 'reader' and ${people.deactivatedAt} is null`)
      .orderBy(asc(people.name), asc(people.id))
      .limit(limit)
      .prepare(),
  )
  return query.execute({ limit: size })
}

const id = sql.placeholder('id')

/** The tag of that name, however it is spelled, or undefined. */
export async function tagByKey(conn: Conn, nameKey: string) {
  const query = prepared(conn, 'claims.list tag', (c) =>
    c
      .select({ id: tags.id, name: tags.name })
      .from(tags)
      .where(eq(tags.nameKey, sql.placeholder('nameKey')))
      .prepare(),
  )
  const [found] = await query.execute({ nameKey })
  return found
}

/** Undefined when there is no such claimant. */
export async function claimantName(conn: Conn, claimantId: number): Promise<string | undefined> {
  const query = prepared(conn, 'claims.list claimant', (c) =>
    c.select({ name: claimants.name }).from(claimants).where(eq(claimants.id, id)).prepare(),
  )
  return (await query.execute({ id: claimantId }))[0]?.name
}

/** Undefined when there is no such article. */
export async function articleTitle(conn: Conn, articleId: number): Promise<string | undefined> {
  const query = prepared(conn, 'claims.list article', (c) =>
    c.select({ title: articles.title }).from(articles).where(eq(articles.id, id)).prepare(),
  )
  return (await query.execute({ id: articleId }))[0]?.title
}

/** Undefined when there is no such account; deactivated ones keep their names. */
export async function personName(conn: Conn, personId: number): Promise<string | undefined> {
  const query = prepared(conn, 'claims.list person', (c) =>
    c.select({ name: people.name }).from(people).where(eq(people.id, id)).prepare(),
  )
  return (await query.execute({ id: personId }))[0]?.name
}
