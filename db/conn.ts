import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'

type Drizzle = BetterSQLite3Database

/** A connection to read with. Prepared statements are kept on it by name. */
export type Conn = Pick<Drizzle, 'select' | 'selectDistinct' | '$with' | 'with'> & { statements: Map<string, unknown> }

/** A transaction to write with; `now` is the one instant of everything written in it (ISO 8601, UTC). */
export type Tx = Conn & Pick<Drizzle, 'insert' | 'update' | 'delete'> & { now: string }

/** Names the parts of a drizzle database that a store may use. */
export const newConn = (drizzle: Drizzle): Conn => Object.assign(drizzle, { statements: new Map<string, unknown>() })

/** The statement of that name, prepared on first use: building and preparing costs more than most queries. */
export function prepared<T>(conn: Conn, name: string, prepare: (conn: Conn) => T): T {
  const known = conn.statements.get(name)
  // The map holds what `prepare` made under the same name, so the type is the caller's.
  if (known) return known as T
  const statement = prepare(conn)
  conn.statements.set(name, statement)
  return statement
}

/** The id of the one row that an insert has returned. */
export function insertedId([row]: { id: number }[]): number {
  if (!row) throw new Error('The row was not stored')
  return row.id
}
