import { and, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type Conn, type Tx, insertedId, prepared } from '../../db/conn.ts'
import { people, sources } from '../../db/schema/index.ts'
import { sourceColumns } from './columns.ts'
import type { keysOf } from './keys.ts'
import type { NewSource, Source } from './source.ts'

type Row = NewSource & ReturnType<typeof keysOf> & { originId: number | null }

const origins = alias(sources, 'origins')

/** The source, confidential or not. */
export async function findSource(conn: Conn, id: number): Promise<Source | undefined> {
  const query = prepared(conn, 'sources.one', (c) =>
    c
      .select({
        ...sourceColumns,
        version: sources.version,
        createdAt: sources.createdAt,
        addedBy: { id: people.id, name: people.name },
        origin: sources.origin,
        originSource: { id: origins.id, title: origins.title, confidential: origins.confidential },
        mergedIntoId: sources.mergedIntoId,
      })
      .from(sources)
      .leftJoin(people, eq(people.id, sources.addedById))
      .leftJoin(origins, eq(origins.id, sources.originId))
      .where(eq(sources.id, sql.placeholder('id')))
      .limit(1)
      .prepare(),
  )
  const [found] = await query.execute({ id })
  return found
}

/** The oldest source under that address key, other than `except`; one merged into another only when no other has it. */
export async function findByAddress(conn: Conn, urlKey: string, except = 0) {
  const [found] = await conn
    .select({ id: sources.id, title: sources.title })
    .from(sources)
    .where(and(eq(sources.urlKey, urlKey), ne(sources.id, except)))
    .orderBy(isNotNull(sources.mergedIntoId), sources.id)
    .limit(1)
  return found
}

/** The oldest source of that DOI, as by address. */
export async function findByDoi(conn: Conn, doi: string, except = 0) {
  const [found] = await conn
    .select({ id: sources.id, title: sources.title })
    .from(sources)
    .where(and(eq(sources.doi, doi), ne(sources.id, except)))
    .orderBy(isNotNull(sources.mergedIntoId), sources.id)
    .limit(1)
  return found
}

/** The oldest source without an address of which the same is known. */
export async function findAlike(conn: Conn, { url: _url, ...known }: NewSource) {
  const columns = Object.entries(known).map(([name, value]) => {
    const column = sources[name as keyof typeof known] // the keys of what is known are columns
    return value == null ? isNull(column) : eq(column, value)
  })
  const [found] = await conn
    .select({ id: sources.id })
    .from(sources)
    .where(and(isNull(sources.urlKey), isNull(sources.mergedIntoId), ...columns))
    .orderBy(sources.id)
    .limit(1)
  return found?.id
}

/** Returns the id. */
export async function insertSource(tx: Tx, row: Row & { addedById: number | null }): Promise<number> {
  return insertedId(
    await tx
      .insert(sources)
      .values({ ...row, createdAt: tx.now })
      .returning({ id: sources.id }),
  )
}

/** Replaces all that is known of a source; the caller counts its version up. */
export async function updateSource(tx: Tx, id: number, row: Row & { version: number }): Promise<void> {
  await tx.update(sources).set(row).where(eq(sources.id, id))
}
