import { type SQL, and, asc, count, desc, eq, exists, gte, isNull, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { type Conn, prepared } from '../../db/conn.ts'
import { people, snapshots, sources } from '../../db/schema/index.ts'
import { likePattern, searchWords, searchable } from '../text/search-words.ts'
import { sourceColumns } from './columns.ts'
import type { SourceFilter } from './filter.ts'
import type { SourceSort } from './words.ts'

type Wanted = SourceFilter & { all: boolean }

/** A page of the list, up to `limit`; confidential ones only when `all`, merged ones never. */
export async function findSources(conn: Conn, wanted: Wanted, limit: number) {
  return conn
    .select({ ...sourceColumns, createdAt: sources.createdAt, claims: sources.useCount, addedBy: people.name })
    .from(sources)
    .leftJoin(people, eq(people.id, sources.addedById))
    .where(and(...matching(wanted), beyond(wanted)))
    .orderBy(...orders[wanted.sort](wanted.q === ''))
    .limit(limit)
}

/** How many match on all pages, counting no further than `most`. */
export async function countSources(conn: Conn, wanted: Wanted, most: number): Promise<number> {
  const some = conn
    .select({ id: sources.id })
    .from(sources)
    .where(and(...matching(wanted)))
    .limit(most)
  const [row] = await conn.select({ count: count() }).from(some.as('some'))
  return row?.count ?? 0
}

/** Up to `limit` people who added a source that the viewer may know of, by name. */
export async function findAdders(conn: Conn, { all, limit }: { all: boolean; limit: number }) {
  const query = prepared(conn, `sources.adders.${all ? 'all' : 'open'}`, (c) => {
    const open = all ? undefined : eq(sources.confidential, false)
    const added = c
      .select({ one: sql`1` })
      .from(sources)
      .where(and(eq(sources.addedById, people.id), isNull(sources.mergedIntoId), open))
    return c
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(exists(added))
      .orderBy(asc(people.name), asc(people.id))
      .limit(sql.placeholder('limit'))
      .prepare()
  })
  return query.execute({ limit })
}

// A plus keeps a column's index out of SQLite's choice: in the order of an index, rows far apart would be read for every word.
const orders: Record<SourceSort, (plain: boolean) => SQL[]> = {
  newest: () => [desc(sources.id)],
  used: (plain) => [desc(bare(sources.useCount, plain)), desc(sources.id)],
  title: (plain) => [asc(bare(sources.titleKey, plain)), asc(sources.id)],
}

const bare = (column: SQLiteColumn, leads: boolean): SQL => (leads ? sql`${column}` : sql`+${column}`)

// Where the list goes on is where that source stands now. One that the viewer may not know of has no place, or the page would tell.
function beyond({ before, sort, all }: Wanted): SQL | undefined {
  if (before === undefined) return undefined
  if (sort === 'newest') return sql`${sources.id} < ${before}`
  const column = sql.raw(sort === 'used' ? 'use_count' : 'title_key')
  const than = sql.raw(sort === 'used' ? '<' : '>')
  const open = all ? sql`` : sql`and not confidential`
  return sql`(${column}, ${sources.id}) ${than} (select ${column}, id from sources where id = ${before} ${open})`
}

function matching({ q, kind, publisher, use, primary, by, copy, sort, all }: Wanted): (SQL | undefined)[] {
  // Where many match, the order's own index is the shorter way.
  const leads = sort === 'newest'
  return [
    isNull(sources.mergedIntoId),
    all ? undefined : eq(sources.confidential, false),
    kind && eq(bare(sources.kind, leads), kind),
    publisher === '' ? undefined : eq(sources.publisherKey, searchable(publisher)),
    use === undefined
      ? undefined
      : use === 0
        ? eq(bare(sources.useCount, sort === 'used'), 0)
        : gte(sources.useCount, use),
    primary === undefined ? undefined : eq(sources.primary, primary),
    by === undefined ? undefined : eq(bare(sources.addedById, leads), by),
    copy === undefined ? undefined : copy ? hasCopy(all) : sql`not ${hasCopy(all)}`,
    ...searchWords(q).map(holds),
  ]
}

// Its own, or one of a source that was merged into it in however many steps: those are few, so they are gone through from there.
// What only some may know of gives nothing to what everybody sees.
function hasCopy(all: boolean): SQL {
  const own = (id: SQL) => sql`exists (select 1 from ${snapshots} where ${snapshots.sourceId} = ${id})`
  const merged = sql`one.merged_into_id is not null ${all ? sql`` : sql`and not one.confidential`}`
  return sql`(${own(sql`${sources.id}`)} or ${sources.id} in (with recursive holder(id) as (
    select one.merged_into_id from ${sources} as one where ${merged} and ${own(sql`one.id`)}
    union
    select one.merged_into_id from holder join ${sources} as one on one.id = holder.id where ${merged}
  ) select id from holder))`
}

const holds = (word: string): SQL => sql`${sources.searched} like ${likePattern(word)} escape '\\'`
