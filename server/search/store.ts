import { type SQL, and, sql } from 'drizzle-orm'
import type { Conn } from '../../db/conn.ts'
import { type FieldAsked, type Narrowed, fieldCondition, idsWhere, narrowedTo } from './condition-store.ts'
import { type Index, indexes, nameIds } from './indexes.ts'
import { integer, integers } from './integer-store.ts'
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
}

/** One thing that was found; `closed` in the index of what only some may find; `score` is smaller the better; `n` how many there are, capped. */
export type Found = { kind: SearchKind; closed: number; id: number; score: number; n: number }

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
      score: sql<number>`score`,
      n: sql<number>`n`,
    })
    .from(sql`(${sql.join(kinds, sql` union all `)})`)
  return found
}

function rankedRows(wish: Wish, closed: boolean, rows: Rows): SQL | undefined {
  const where = conditionsOf(wish, closed)
  if (!where) return undefined
  const sides = closed && indexes[wish.kind].closed ? [false, true] : [false]
  const arms = sides.flatMap((side) => rows(wish, side, where) ?? [])
  if (arms.length === 0) return undefined
  return sql`select ${wish.kind} as kind, closed, id, score, count(*) over () as n from (${sql.join(arms, sql` union all `)})`
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
function wordRows({ kind, wanted }: Wish, closed: boolean, where: SQL[]): SQL | undefined {
  const index = indexes[kind]
  const table = sql.raw((closed ? index.closed : index.words) ?? '')
  const among = where.length > 0 ? sql`+rowid in ${idsWhere(kind, where)}` : undefined
  const match = matching(wanted)
  if (match === '')
    return where.length > 0
      ? plainRows(index, closed, and(sql`id in ${idsWhere(kind, where)}`, without(table, wanted)))
      : undefined
  return sql`select ${closedFlag(closed)} as closed, id, score from (select rowid as id, bm25(${table}, ${weights(index)}) as score
    from ${table} where ${and(sql`${table} match ${match}`, among)} order by rowid desc limit ${most})`
}

function plainRows(index: Index, closed: boolean, where: SQL | undefined): SQL {
  const rows = sql.raw((closed ? index.closedRows : index.rows) ?? '')
  return sql`select ${closedFlag(closed)} as closed, id, 0 as score from (select id from ${rows} where ${where} order by id desc limit ${most})`
}

const without = (table: SQL, wanted: Wanted[]) =>
  wanted.length > 0 ? sql`id not in (select rowid from ${table} where ${table} match ${anyOf(wanted)})` : undefined

function nameRows({ kind, wanted, except }: Wish, closed: boolean, where: SQL[]): SQL | undefined {
  const index = indexes[kind]
  const first = integer(nameIds(index))
  const match = matching(wanted)
  if (match === '') return undefined
  const table = sql.raw(closed ? 'search_closed_names' : 'search_names')
  const among = where.length > 0 ? sql`(rowid - ${first}) in ${idsWhere(kind, where)}` : undefined
  const others = except.length > 0 ? sql`rowid - ${first} not in ${integers(except)}` : undefined
  const own = sql`${table} match ${match} and rowid between ${first} and ${integer(nameIds(index) + 2 ** 40 - 1)}`
  return sql`select ${closedFlag(closed)} as closed, id, 0 as score from (select rowid - ${first} as id
    from ${table} where ${and(own, others, among)} order by rowid desc limit ${most})`
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
