import type { Conn } from '../../db/conn.ts'
import { type Person, can } from '../accounts/permissions.ts'
import type { Filter } from './filter.ts'
import { type Names, type Resolved, resolve } from './list-names.ts'
import type { Cursor, Place } from './list-order.ts'
import {
  type ListRow as StoredRow,
  countListed,
  listIds,
  listRows,
  openEvidence,
  somePeople,
  tagsOf,
} from './list-store.ts'
import type { ColumnKey } from './column-words.ts'

export type { Names } from './list-names.ts'
/** `tags` are there when a column shows them. */
export type ListRow = StoredRow & { tags?: string[] }
export type { Wanted } from './list-where-store.ts'

/** One page of the list, and what the page around it offers. */
export type ClaimList = {
  rows: ListRow[]
  columns: readonly ColumnKey[]
  filter: Filter
  names: Names
  problems: string[]
  /** Counted no further than `countedTo`; then `more` is true. */
  total: { count: number; more: boolean }
  previous: Place | null
  next: Place | null
  ratings: Resolved['ratings']
  people: { id: number; name: string }[]
  today: string
}

/** Claims on a page of the list, on the screen and in JSON. */
const pageSize = 50
/** The list says "1,000+" rather than count a million claims on every page. */
const countedTo = 1_000
/** More people than this are not offered to choose from. */
const mostPeople = 200

type Asked = { viewer: Person; filter: Filter; cursor: Cursor; today: Date; columns?: readonly ColumnKey[] }

/** The page of the list that begins at the cursor. Evidence from confidential sources is counted only for those who may see it. */
export async function listClaims(
  conn: Conn,
  { viewer, filter, cursor, today, columns = [] }: Asked,
): Promise<ClaimList> {
  const resolved = await resolve(conn, filter, { viewer, today })
  const { wanted, names, problems, ratings } = resolved
  const page = pageOf(await listRows(conn, wanted, { cursor, size: pageSize + 1 }), cursor)
  const whole = cursor === null && !page.hasNext
  const total = whole ? page.rows.length : await countListed(conn, wanted, countedTo + 1)
  const place = (row: ListRow | undefined) => (row ? { key: row.placeKey, id: row.placeId } : null)
  return {
    rows: await withTags(conn, columns, await openOnly(conn, viewer, page.rows)),
    columns,
    filter: resolved.filter,
    names,
    problems,
    total: { count: Math.min(total, countedTo), more: total > countedTo },
    previous: page.hasPrevious ? place(page.rows[0]) : null,
    next: page.hasNext ? place(page.rows.at(-1)) : null,
    ratings,
    people: await somePeople(conn, mostPeople),
    today: wanted.today,
  }
}

// One row more than a page was asked for: it tells whether there is another page.
function pageOf<T>(found: T[], cursor: Cursor): { rows: T[]; hasNext: boolean; hasPrevious: boolean } {
  const more = found.length > pageSize
  const rows = found.slice(0, pageSize)
  if (cursor?.side === 'before') return { rows: rows.reverse(), hasNext: true, hasPrevious: more }
  return { rows, hasNext: more, hasPrevious: cursor !== null }
}

/** How many pieces of evidence that everybody may see each of the claims has, 50 of them at most; those without any are left out. */
export const countOpenEvidence = (conn: Conn, ids: number[]): Promise<Map<number, number>> => openEvidence(conn, ids)

async function openOnly(conn: Conn, viewer: Person, rows: ListRow[]): Promise<ListRow[]> {
  if (can(viewer, 'source.seeConfidential')) return rows
  const counts = await openEvidence(
    conn,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, evidenceCount: counts.get(row.id) ?? 0 }))
}

async function withTags(conn: Conn, columns: readonly ColumnKey[], rows: ListRow[]): Promise<ListRow[]> {
  if (!columns.includes('tags')) return rows
  const found = await tagsOf(
    conn,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, tags: found.get(row.id) ?? [] }))
}

/** Reads a filter for a file. */
export function resolveFilter(conn: Conn, filter: Filter, asked: { viewer: Person; today: Date }): Promise<Resolved> {
  return resolve(conn, filter, asked)
}

/** The ids of the next `size` claims of the list after the place, and the place after them, null at the end. */
export async function nextClaims(
  conn: Conn,
  wanted: Resolved['wanted'],
  { after, size }: { after: Cursor; size: number },
): Promise<{ ids: number[]; next: Place | null }> {
  const found = await listIds(conn, wanted, { cursor: after, size: size + 1 })
  const page = found.slice(0, size)
  const last = page.at(-1)
  const next = found.length > size && last ? { key: last.placeKey, id: last.placeId } : null
  return { ids: page.map(({ id }) => id), next }
}
