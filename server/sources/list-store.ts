import { type SQL, and, count, desc, eq, lt, sql } from 'drizzle-orm'
import type { Conn } from '../../db/conn.ts'
import { sources } from '../../db/schema/index.ts'
import { likePattern, searchWords } from '../search-words.ts'
import { sourceColumns } from './columns.ts'
import type { SourceFilter } from './filter.ts'

type Wanted = SourceFilter & { all: boolean }

/** Newest first, up to `limit`; confidential ones only when `all`. */
export async function findSources(conn: Conn, wanted: Wanted, limit: number) {
  return conn
    .select({ ...sourceColumns, createdAt: sources.createdAt })
    .from(sources)
    .where(and(...matching(wanted), wanted.before === undefined ? undefined : lt(sources.id, wanted.before)))
    .orderBy(desc(sources.id))
    .limit(limit)
}

/** How many match on all pages. */
export async function countSources(conn: Conn, wanted: Wanted): Promise<number> {
  const [row] = await conn
    .select({ count: count() })
    .from(sources)
    .where(and(...matching(wanted)))
  return row?.count ?? 0
}

function matching({ q, kind, primary, all }: Wanted): (SQL | undefined)[] {
  return [
    all ? undefined : eq(sources.confidential, false),
    kind && eq(sources.kind, kind),
    primary === undefined ? undefined : eq(sources.primary, primary),
    ...searchWords(q).map(holds),
  ]
}

const holds = (word: string): SQL => sql`${sources.searched} like ${likePattern(word)} escape '\\'`
