import type { Conn } from '../../db/conn.ts'
import type { Person } from '../accounts/permissions.ts'
import { claimsUsing } from '../evidence/uses.ts'
import { pageOf } from '../paging.ts'
import { type SourceFilter, filterQuery } from './filter.ts'
import { countSources, findSources } from './list-store.ts'
import { type NewSource, type Source, seesConfidential } from './source.ts'

export type ListedSource = NewSource & Pick<Source, 'id' | 'createdAt'> & { claims: number }

/** One page of sources, how many match on all pages, and the id to go on under when there are more. */
export type SourcePage = { sources: ListedSource[]; total: number; before: number | undefined }

const pageSize = 50

/** The sources that match and exist for the viewer, newest first, each with how many claims it is used on. */
export async function listSources(conn: Conn, viewer: Person, filter: SourceFilter): Promise<SourcePage> {
  const wanted = { ...filter, all: seesConfidential(viewer) }
  const found = await findSources(conn, wanted, pageSize + 1)
  const total = await countSources(conn, wanted)
  const { rows: shown, last } = pageOf(found, pageSize)
  const uses = await claimsUsing(
    conn,
    shown.map(({ id }) => id),
  )
  return {
    sources: shown.map((source) => ({ ...source, claims: uses.get(source.id) ?? 0 })),
    total,
    before: last?.id,
  }
}

/** The few newest sources that match the text, for choosing one. */
export async function matchSources(conn: Conn, viewer: Person, q: string): Promise<Omit<ListedSource, 'claims'>[]> {
  const filter = { q, kind: undefined, primary: undefined, before: undefined }
  return findSources(conn, { ...filter, all: seesConfidential(viewer) }, 8)
}

/** The page as its JSON twin: the same rows in the same order, and where to go on. */
export function asJson({ sources, total, before }: SourcePage, filter: SourceFilter) {
  const next = before === undefined ? null : `/sources.json${filterQuery({ ...filter, before })}`
  return { total, next, sources }
}
