import { eq, sql } from 'drizzle-orm'
import { type Conn, type Tx, prepared } from '../../db/conn.ts'
import { listColumns } from '../../db/schema/index.ts'

/** What a person wants to see of claims, as `columnsText` writes it; undefined when they never said. */
export async function findColumns(conn: Conn, personId: number): Promise<string | undefined> {
  const query = prepared(conn, 'claims.list columns', (c) =>
    c
      .select({ columns: listColumns.columns })
      .from(listColumns)
      .where(eq(listColumns.personId, sql.placeholder('personId')))
      .prepare(),
  )
  return (await query.execute({ personId }))[0]?.columns
}

/** Keeps it, in place of what was kept before. */
export async function keepColumns(tx: Tx, personId: number, columns: string): Promise<void> {
  await tx
    .insert(listColumns)
    .values({ personId, columns })
    .onConflictDoUpdate({ target: listColumns.personId, set: { columns } })
}
