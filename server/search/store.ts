import { type SQL, and, sql } from 'drizzle-orm'
import type { Conn } from '../../db/conn.ts'
import { type FieldAsked, type Narrowed, fieldCondition, idsWhere, narrowedTo } from './condition-store.ts'
import { snapshots, sources } from '../../db/schema/index.ts'
import { type Index, indexes, nameIds } from './indexes.ts'
import { integer, integers, thingOf } from './integer-store.ts'
import { type Wanted, anyOf, matching } from './match.ts'
import type { SearchKind } from './words.ts'

/** A kind of thing, with what must hold of those that are found. */
export type Wish = {
  kind: SearchKind
  wanted: Wanted[]
  fields: (FieldAsked & { not: boolean })[]
  narrowed: Narrowed
  /** Ids that are known already. */
  except: number[]
  /** Whether what has just become confidential is hidden, though it still stands among what is open. */
  hiding?: boolean
}

/**
 * One thing that was found, by the best of its rows in the index; `closed` in that of what only some may find; `score` is smaller
 * the better; `n` how many there are, capped, and `more` whether more rows were found than are looked through.
 */
export type Found = {
  kind: SearchKind
  closed: number
  id: number
  row: number
  score: number
  n: number
  more: number
}

type Reach = { closed: boolean; limit: number; offset: number }

/** Ranked are the newest so many of what is found; more are not counted either. */
export const mostRanked = 1_000

/** The best of each kind by words, among the newest thousand. */
export function findByWords(conn: Conn, wishes: Wish[], reach: Reach): Promise<Found[]> {
  return findAll(conn, wishes, { ...reach, rows: wordRows })
}

/** The newest of each kind in whose names, or in whose texts without spaces, the words stand anywhere. */
export function findByNames(conn: Conn, wishes: Wish[], reach: Reach): Promise<Found[]> {
  return findAll(conn, wishes, { ...reach, rows: nameRows })
}

type Rows = (wish: Wish, closed: boolean, where: SQL[]) => SQL | undefined

async function findAll(conn: Conn, wishes: Wish[], { closed, limit, offset, rows }: Reach & { rows: Rows }) {
  const kinds = wishes.flatMap((wish) => {
    const ranked = rankedRows(wish, closed, rows)
    return ranked ? [sql`select * from (${ranked} order by score, id desc limit ${limit} offset ${offset})`] : []
  })
  if (kinds.length === 0) return []
  const found: Found[] = await conn
    .select({
      kind: sql<SearchKind>`kind`,
      closed: sql<number>`closed`,
      id: sql<number>`id`,
      row: sql<number>`row`,
      score: sql<number>`score`,
      n: sql<number>`n`,
      more: sql<number>`more`,
    })
    .from(sql`(${sql.join(kinds, sql` union all `)})`)
  return found
}

function rankedRows(wish: Wish, closed: boolean, rows: Rows): SQL | undefined {
  const where = conditionsOf(wish, closed)
  if (!where) return undefined
  const sides = closed && indexes[wish.kind].closed ? [false, true] : [false]
  const arms = sides.flatMap((side) => rows({ ...wish, hiding: !closed }, side, where) ?? [])
  if (arms.length === 0) return undefined
  const index = indexes[wish.kind]
  const things = sql`select closed, ${thingOf(index, sql`row`)} as id, row, score, 1 as pieces from (${sql.join(arms, sql` union all `)})`
  // Beside `min`, SQLite takes the other columns from the row that has it.
  const best = index.bits
    ? sql`select closed, id, row, min(score) as score, count(*) as pieces from (${things}) group by id`
    : things
  return sql`select ${wish.kind} as kind, closed, id, row, score, count(*) over () as n,
    sum(pieces) over () > ${integer(mostRanked)} as more from (${best})`
}

/** What the rows must meet besides words; undefined where this kind cannot. */
function conditionsOf({ kind, fields, narrowed }: Wish, closed: boolean): SQL[] | undefined {
  const narrow = narrowedTo(kind, narrowed)
  const asked = fields.map(({ not, ...field }) => {
    const condition = fieldCondition(kind, field, closed)
    return not ? (condition ? sql`(${condition}) is not true` : sql`true`) : condition
  })
  return narrow && asked.every((condition) => condition !== undefined) ? [...narrow, ...asked] : undefined
}

const most = sql`${mostRanked + 1}`

// Filtered before the newest are taken, so that what one may not see, or did not ask for, never takes the place of what one would find.
function wordRows({ kind, wanted, hiding }: Wish, closed: boolean, where: SQL[]): SQL | undefined {
  const index = indexes[kind]
  const table = sql.raw((closed ? index.closed : index.words) ?? '')
  const id = thingOf(index, sql`+${table}.rowid`)
  const among = where.length > 0 ? sql`${id} in ${idsWhere(kind, where)}` : undefined
  const match = matching(wanted)
  if (match === '')
    return where.length > 0
      ? plainRows(index, closed, and(sql`id in ${idsWhere(kind, where)}`, without(index, table, wanted)))
      : undefined
  return sql`select ${closedFlag(closed)} as closed, row, score from (select rowid as row, bm25(${table}, ${weights(index)}) as score
    from ${table} where ${and(sql`${table} match ${match}`, among, hiding ? stillOpen(kind, id) : undefined)} order by rowid desc limit ${most})`
}

function plainRows(index: Index, closed: boolean, where: SQL | undefined): SQL {
  const rows = index.bits ? copiesOf(closed) : sql.raw((closed ? index.closedRows : index.rows) ?? '')
  const row = index.bits ? sql`id << ${integer(index.bits)}` : sql`id`
  return sql`select ${closedFlag(closed)} as closed, ${row} as row, 0 as score from (select id from ${rows} where ${where} order by id desc limit ${most})`
}

// Also those that wait to be indexed.
const copiesOf = (closed: boolean) => sql`(select ${snapshots.id} as id from ${snapshots}
  join ${sources} on ${sources.id} = ${snapshots.sourceId} where ${sources.confidential} = ${closedFlag(closed)})`

// What has just become confidential stands among what is open until the job has moved it.
const stillOpen = (kind: SearchKind, id: SQL) =>
  kind === 'copies'
    ? sql`not exists (select 1 from ${snapshots} join ${sources} on ${sources.id} = ${snapshots.sourceId}
        where ${snapshots.id} = ${id} and ${sources.confidential})`
    : undefined

const without = (index: Index, table: SQL, wanted: Wanted[]) =>
  wanted.length > 0
    ? sql`id not in (select ${thingOf(index, sql`rowid`)} from ${table} where ${table} match ${anyOf(wanted)})`
    : undefined

function nameRows({ kind, wanted, except, hiding }: Wish, closed: boolean, where: SQL[]): SQL | undefined {
  const index = indexes[kind]
  const first = integer(nameIds(index))
  const match = matching(wanted)
  if (match === '') return undefined
  const table = sql.raw(closed ? 'search_closed_names' : 'search_names')
  const id = thingOf(index, sql`(${table}.rowid - ${first})`)
  const among = where.length > 0 ? sql`${id} in ${idsWhere(kind, where)}` : undefined
  const others = except.length > 0 ? sql`${id} not in ${integers(except)}` : undefined
  const own = sql`${table} match ${match} and rowid between ${first} and ${integer(nameIds(index) + 2 ** 40 - 1)}`
  return sql`select ${closedFlag(closed)} as closed, row, 0 as score from (select rowid - ${first} as row
    from ${table} where ${and(own, others, among, hiding ? stillOpen(kind, id) : undefined)} order by rowid desc limit ${most})`
}

const closedFlag = (closed: boolean) => sql.raw(closed ? '1' : '0')

const weights = ({ columns }: Index) => sql.raw(Object.values(columns).join(', '))

/** Up to fifty sequences of three characters that begin so, in what the viewer may find. */
export async function sequencesFrom(conn: Conn, start: string, closed: boolean): Promise<string[]> {
  const tables = closed ? ['search_trigrams', 'search_closed_trigrams'] : ['search_trigrams']
  const arms = tables.map(
    (table) =>
      sql`select * from (select term from ${sql.raw(table)} where term >= ${start} and term < ${`${start}\u{10FFFF}`} limit 50)`,
  )
  const rows = await conn.select({ term: sql<string>`term` }).from(sql`(${sql.join(arms, sql` union `)})`)
  return rows.map(({ term }) => term)
}
