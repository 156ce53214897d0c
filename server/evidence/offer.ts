import type { Conn } from '../../db/conn.ts'
import type { Person } from '../accounts/permissions.ts'
import { matchSources } from '../sources/list.ts'
import { findVisibleSource } from '../sources/source.ts'
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
  if (!/^[1-9]\d{0,14}$/.test(chosen) || offered.some(({ id }) => id === Number(chosen))) return offered
  const source = await findVisibleSource(conn, viewer, Number(chosen))
  return source ? [source, ...offered] : offered
}
