import { and, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type Conn, type Tx, prepared } from '../../db/conn.ts'
import { insertInto } from '../../db/insert.ts'
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
  const query = prepared(conn, 'sources.by_address', (c) =>
    c
      .select({ id: sources.id, title: sources.title })
      .from(sources)
      .where(and(eq(sources.urlKey, sql.placeholder('urlKey')), ne(sources.id, sql.placeholder('except'))))
      .orderBy(isNotNull(sources.mergedIntoId), sources.id)
      .limit(1)
      .prepare(),
  )
  const [found] = await query.execute({ urlKey, except })
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
export async function findAlike(conn: Conn, known: NewSource & Pick<Row, 'titleKey'>) {
  const query = prepared(conn, 'sources.alike', (c) =>
    c
      .select({ id: sources.id })
      .from(sources)
      .where(
        and(
          isNull(sources.urlKey),
          isNull(sources.mergedIntoId),
          ...compared.map((name) => sql`${sources[name]} is ${sql.placeholder(name)}`),
        ),
      )
      .orderBy(sources.id)
      .limit(1)
      .prepare(),
  )
  const values = compared.map((name) => [name, forSqlite(known[name])])
  const [found] = await query.execute(Object.fromEntries(values))
  return found?.id
}

const forSqlite = (value: string | boolean | null | undefined) =>
  typeof value === 'boolean' ? Number(value) : (value ?? null)

// The folded title is the one with an index.
const compared = [
  'titleKey',
  'title',
  'archivedUrl',
  'publisher',
  'author',
  'publishedOn',
  'kind',
  'primary',
  'interest',
  'confidential',
  'language',
  'doi',
  'isbn',
  'origin',
] as const

/** Returns the id. */
export const insertSource = (tx: Tx, row: Row & { id?: number; addedById: number | null }): Promise<number> =>
  insertInto(tx, sources, { ...row, createdAt: tx.now })

/** Replaces all that is known of a source; the caller counts its version up. */
export async function updateSource(tx: Tx, id: number, row: Row & { version: number }): Promise<void> {
  await tx.update(sources).set(row).where(eq(sources.id, id))
}
