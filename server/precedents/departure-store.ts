import { eq, sql } from 'drizzle-orm'
import { type Conn, type Tx, prepared } from '../../db/conn.ts'
import { departures, ratings } from '../../db/schema/index.ts'

/** Where a rating lies on the truth axis, 1 to 5; null off the axis and for a rating that there is not. */
export async function valueOfRating(conn: Conn, id: number): Promise<number | null> {
  const query = prepared(conn, 'departures.value', (c) =>
    c
      .select({ value: ratings.value })
      .from(ratings)
      .where(eq(ratings.id, sql.placeholder('id')))
      .prepare(),
  )
  const [row] = await query.execute({ id })
  return row?.value ?? null
}

/** Departures are only ever added. */
export async function insertDeparture(tx: Tx, row: typeof departures.$inferInsert): Promise<void> {
  await tx.insert(departures).values(row)
}
