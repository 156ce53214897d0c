import type { Conn } from '../../db/conn.ts'
import type { Person } from '../accounts/permissions.ts'
import { matchSources } from '../sources/list.ts'
import { findVisibleSource } from '../sources/source.ts'
import { readId } from '../values/row-id.ts'
import { type OfferedSource, sourcesOfArticle } from './uses.ts'

type Wanted = { q: string; article: number; chosen: string }

/** The sources to choose evidence from: those that match, or without a search those used on the article; the chosen one always among them. */
export async function offerSources(
  conn: Conn,
  viewer: Person,
  { q, article, chosen }: Wanted,
): Promise<OfferedSource[]> {
  const offered: OfferedSource[] = q
    ? await matchSources(conn, viewer, q)
    : await sourcesOfArticle(conn, viewer, article)
  const id = readId(chosen)
  if (id === undefined || offered.some((source) => source.id === id)) return offered
  const source = await findVisibleSource(conn, viewer, id)
  return source ? [source, ...offered] : offered
}
