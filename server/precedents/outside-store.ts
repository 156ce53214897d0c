import { and, count, desc, eq, isNull, lt, sql } from 'drizzle-orm'
import { type Conn, type Tx, prepared } from '../../db/conn.ts'
import { insertInto } from '../../db/insert.ts'
import { outsideChecks, people } from '../../db/schema/index.ts'

/** Checks of other publishers that were not withdrawn, newest first, up to `limit`. */
export function listedOutside(conn: Conn, before: number | undefined, limit: number) {
  const older = before === undefined ? undefined : lt(outsideChecks.id, before)
  return conn
    .select()
    .from(outsideChecks)
    .where(and(isNull(outsideChecks.withdrawnAt), older))
    .orderBy(desc(outsideChecks.id))
    .limit(limit)
}

/** One of them with who entered it, withdrawn or not. */
export async function findOutside(conn: Conn, id: number) {
  const query = prepared(conn, 'checks.one', (c) =>
    c
      .select({ check: outsideChecks, addedBy: people.name })
      .from(outsideChecks)
      .leftJoin(people, eq(people.id, outsideChecks.addedById))
      .where(eq(outsideChecks.id, sql.placeholder('id')))
      .prepare(),
  )
  const [row] = await query.execute({ id })
  return row && { ...row.check, addedBy: row.addedBy }
}

/** How many stand from that address with that claim. */
export async function countSame(conn: Conn, { url, claim }: { url: string; claim: string }): Promise<number> {
  const { withdrawnAt } = outsideChecks
  const same = and(eq(outsideChecks.url, url), eq(outsideChecks.claim, claim), isNull(withdrawnAt))
  const [row] = await conn.select({ count: count() }).from(outsideChecks).where(same)
  return row?.count ?? 0
}

/** Returns the id. */
export const insertOutside = (tx: Tx, row: typeof outsideChecks.$inferInsert): Promise<number> =>
  insertInto(tx, outsideChecks, row)

/** Takes one back; it stays readable. */
export async function withdrawRow(tx: Tx, id: number, person: { id: number }): Promise<void> {
  const change = prepared(tx, 'checks.withdrawn', () =>
    tx
      .update(outsideChecks)
      .set({ withdrawnAt: sql`${sql.placeholder('now')}`, withdrawnById: sql`${sql.placeholder('by')}` })
      .where(eq(outsideChecks.id, sql.placeholder('id')))
      .prepare(),
  )
  await change.execute({ id, now: tx.now, by: person.id })
}
