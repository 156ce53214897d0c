import type { Conn } from '../../db/conn.ts'
import type { Person } from '../accounts/permissions.ts'
import { pageOf } from '../values/paging.ts'
import { type SourceFilter, allSources, filterQuery } from './filter.ts'
import { countSources, findAdders, findSources } from './list-store.ts'
import { seesConfidential } from './source.ts'

/** A source as the list shows it, with on how many claims it is used. */
export type ListedSource = Awaited<ReturnType<typeof findSources>>[number]

/**
 * One page of sources, how many match on all pages (`more`: there are more than `total`), and the id to go on after when
 * there are more.
 */
export type SourcePage = { sources: ListedSource[]; total: number; more: boolean; before: number | undefined }

const pageSize = 50
/** The list says “1,000+” rather than count two hundred thousand sources on every page. */
const countedTo = 1_000
/** More people than this are not offered to choose from. */
const mostPeople = 200

/** The sources that match and exist for the viewer, in the order asked for. */
export async function listSources(conn: Conn, viewer: Person, filter: SourceFilter): Promise<SourcePage> {
  const wanted = { ...filter, all: seesConfidential(viewer) }
  const found = await findSources(conn, wanted, pageSize + 1)
  const { rows, last } = pageOf(found, pageSize)
  const whole = filter.before === undefined && last === undefined
  const total = whole ? rows.length : await countSources(conn, wanted, countedTo + 1)
  return { sources: rows, total: Math.min(total, countedTo), more: total > countedTo, before: last?.id }
}

/** Who added the sources that the viewer may know of, by name. */
export const addersOf = (conn: Conn, viewer: Person) =>
  findAdders(conn, { all: seesConfidential(viewer), limit: mostPeople })

/** The few newest sources that match the text, for choosing one. */
export const matchSources = (conn: Conn, viewer: Person, q: string): Promise<ListedSource[]> =>
  findSources(conn, { ...allSources, q, all: seesConfidential(viewer) }, 8)

/** The page as its JSON twin: the same rows in the same order, and where to go on. */
export function asJson({ sources, total, more, before }: SourcePage, filter: SourceFilter) {
  const next = before === undefined ? null : `/sources.json${filterQuery({ ...filter, before })}`
  return { total, more, next, sources }
}

/** The next `size` sources for a file: confidential ones never leave in one. */
export const nextForFile = (conn: Conn, filter: SourceFilter, size: number): Promise<ListedSource[]> =>
  findSources(conn, { ...filter, all: false }, size)
