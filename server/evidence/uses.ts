import type { Conn } from '../../db/conn.ts'
import type { Person } from '../accounts/permissions.ts'
import { seesConfidential } from '../sources/source.ts'
import { pageOf } from '../values/paging.ts'
import { findSourcesOfArticle, findUses } from './use-store.ts'

/** One place where a source is used: the claim, with what the source says about it. */
export type SourceUse = Awaited<ReturnType<typeof findUses>>[number]

/** A source as it is offered for choosing. */
export type OfferedSource = Awaited<ReturnType<typeof findSourcesOfArticle>>[number]

const pageSize = 50

/** Where a source is used, newest first, and the id to go on under when there is more. The source must be one the viewer may see. */
export async function usesOf(conn: Conn, source: number, before?: number) {
  const found = await findUses(conn, { source, before, limit: pageSize + 1 })
  const { rows, last } = pageOf(found, pageSize)
  return { uses: rows, next: last?.id }
}

/** The sources last used on claims of the article: the likeliest to be used on it again. */
export async function sourcesOfArticle(conn: Conn, viewer: Person, article: number): Promise<OfferedSource[]> {
  return findSourcesOfArticle(conn, { article, all: seesConfidential(viewer) })
}
