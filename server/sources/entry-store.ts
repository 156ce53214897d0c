import { and, eq, inArray, sql } from 'drizzle-orm'
import { type Conn, type Tx, prepared } from '../../db/conn.ts'
import { sources } from '../../db/schema/index.ts'

/** Each of the sources, as `owner`, with itself and all that were merged into it; what is more secret than its owner only when `all`. */
export async function findEntries(conn: Conn, ids: readonly number[], all: boolean) {
  const query = prepared(conn, `sources.entries ${all}`, (c) =>
    c
      .select({ owner: sql<number>`owner`, id: sql<number>`id` })
      .from(
        sql`(
    with recursive entry(owner, id, secret) as (
      select id, id, confidential from ${sources} where ${sources.id} in (select value from json_each(${sql.placeholder('ids')}))
      union
      select entry.owner, merged.id, entry.secret from entry join ${sources} as merged on merged.merged_into_id = entry.id
      where ${all ? sql`true` : sql`(entry.secret or not merged.confidential)`}
    )
    select owner, id from entry order by owner, id)`,
      )
      .prepare(),
  )
  return query.execute({ ids: JSON.stringify(ids) })
}

/** Of each of the sources the one it was merged into at last, itself when it stands. */
export async function findStanding(conn: Conn, ids: readonly number[]) {
  return conn.select({ id: sql<number>`asked`, standing: sql<number>`id` }).from(sql`(
    with recursive step(asked, id, next) as (
      select id, id, merged_into_id from ${sources} where ${inArray(sources.id, [...ids])}
      union
      select step.asked, sources.id, sources.merged_into_id from step join ${sources} on sources.id = step.next
    )
    select asked, id from step where next is null)`)
}

/** Marks sources as confidential. */
export async function markConfidential(tx: Tx, ids: readonly number[]): Promise<void> {
  const open = and(inArray(sources.id, [...ids]), eq(sources.confidential, false))
  await tx.update(sources).set({ confidential: true }).where(open)
}
