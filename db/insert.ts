import { type SQL, getTableColumns, getTableName, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { type Tx, insertedId, prepared } from './conn.ts'

/**
 * Inserts one row with the statement of its table, which is prepared once: compiling it goes through every trigger and costs
 * more than the row. Returns its rowid.
 */
export async function insertInto<T extends SQLiteTable>(tx: Tx, table: T, row: T['$inferInsert']): Promise<number> {
  const columns = Object.entries(getTableColumns(table)).filter(([, column]) => !column.generated)
  const statement = prepared(tx, `insert into ${getTableName(table)}`, () => {
    const holes = Object.fromEntries(columns.map(([name]) => [name, sql`${sql.placeholder(name)}`]))
    return (
      tx
        .insert(table)
        // Every column of the table has a hole.
        .values(holes as T['$inferInsert'] & Record<string, SQL>)
        .returning({ id: sql<number>`rowid` })
        .prepare()
    )
  })
  const given: Record<string, unknown> = row
  const values = columns.map(([name, column]) => {
    const value = given[name] ?? column.default ?? null
    return [name, value === null ? null : column.mapToDriverValue(value)]
  })
  return insertedId(await statement.execute(Object.fromEntries(values)))
}
