import { type SQL, sql } from 'drizzle-orm'
import type { Conn } from '../../db/conn.ts'
import { indexes } from './indexes.ts'
import { integers } from './integer-store.ts'
import { marks } from './marks.ts'
import type { Found } from './store.ts'
import type { SearchKind } from './words.ts'

/**
 * The texts of what was found, column by column: the first whole, the others by the stretch that matches best. `row` is that of
 * the index; `whole` the piece of a text that the row is, with marks; null for what has no pieces.
 */
export type Texts = { kind: SearchKind; row: number; texts: (string | null)[]; whole: string | null }

/** How many words of a long text are shown. */
const around = 26
/** Characters of the longest text that the index marks itself; `plainTexts` finds a stretch of longer ones. */
const mostMarked = 60_000
const mostColumns = Math.max(...Object.values(indexes).map(({ columns }) => Object.keys(columns).length))
const long = new Set(['text', 'body'])
/** Whether it has a text that is shown by a stretch of it. */
export const isLong = (column: string): boolean => long.has(column)

/** The texts with every match between the two characters of `marks`; `match` by kind is what was asked of the indexes of words. */
export async function markedTexts(
  conn: Conn,
  found: Found[],
  match: ReadonlyMap<SearchKind, string>,
): Promise<Texts[]> {
  return textsOf(conn, groups(found), ({ kind, closed, rows }) => {
    const index = indexes[kind]
    const name = (closed ? index.closed : index.words) ?? ''
    const table = sql.raw(name)
    const texts = Object.keys(index.columns).map((column, at) =>
      at === 0 && !long.has(column)
        ? whole(table, at)
        : index.bits
          ? stretch(table, at)
          : excerpt(table, at, sql.raw(column)),
    )
    return sql`select ${kind} as kind, rowid as row, ${padded(texts)}, ${index.bits ? whole(table, 0) : sql`null`} as whole from ${table}
      where ${table} match ${match.get(kind) ?? ''} and rowid in ${rows}`
  })
}

/** The texts as they are; of a long one the stretch around where `near` stands in it. */
export async function plainTexts(conn: Conn, found: Found[], near: string): Promise<Texts[]> {
  return textsOf(conn, groups(found), ({ kind, closed, rows }) => {
    const index = indexes[kind]
    const view = sql.raw((closed ? index.closedRows : index.rows) ?? '')
    const texts = Object.keys(index.columns).map((column) => {
      const text = sql.raw(column)
      return long.has(column)
        ? sql`substr(${text}, max(1, instr(lower(${text}), lower(${near})) - 60), 240)`
        : sql`${text}`
    })
    return sql`select ${kind} as kind, id as row, ${padded(texts)}, ${index.bits ? sql`text` : sql`null`} as whole from ${view} where id in ${rows}`
  })
}

const ends = sql`${marks.begin}, ${marks.end}`
const place = (at: number) => sql.raw(String(at))

const whole = (table: SQL, at: number) => sql`highlight(${table}, ${place(at)}, ${ends})`

// To find the best stretch of a very long text would take longer than the search.
const excerpt = (table: SQL, at: number, column: SQL) =>
  sql`case when length(${column}) <= ${sql.raw(String(mostMarked))} then ${stretch(table, at)} end`

const stretch = (table: SQL, at: number) =>
  sql`snippet(${table}, ${place(at)}, ${ends}, '…', ${sql.raw(String(around))})`

// Every arm of a union has as many columns.
const padded = (texts: SQL[]) =>
  sql.join(
    Array.from({ length: mostColumns }, (_, at) => sql`${texts[at] ?? sql`null`} as ${sql.raw(`t${at}`)}`),
    sql`, `,
  )

type Group = { kind: SearchKind; closed: number; rows: SQL }

function groups(found: Found[]): Group[] {
  const byIndex = Map.groupBy(found, ({ kind, closed }) => `${kind} ${closed}`)
  return [...byIndex.values()].flatMap((some) => {
    const [first] = some
    const rows = integers(some.map(({ row }) => row))
    return first ? [{ kind: first.kind, closed: first.closed, rows }] : []
  })
}

async function textsOf(conn: Conn, some: Group[], select: (group: Group) => SQL): Promise<Texts[]> {
  if (some.length === 0) return []
  const columns = Object.fromEntries(
    Array.from({ length: mostColumns }, (_, at) => [`t${at}`, sql<string | null>`${sql.raw(`t${at}`)}`]),
  )
  const rows = await conn
    .select({ kind: sql<SearchKind>`kind`, row: sql<number>`row`, texts: columns, whole: sql<string | null>`whole` })
    .from(sql`(${sql.join(some.map(select), sql` union all `)})`)
  return rows.map(({ texts, ...row }) => ({ ...row, texts: Object.values(texts) }))
}
