import type Database from 'better-sqlite3'

/**
 * Runs `fill` on a database that nobody else uses, as fast as it goes: lookup indexes are built once at the end, and nothing
 * reaches the disk for certain before it is whole. Indexes that keep rows unique stay, and so do all triggers.
 */
export function inBulk(sqlite: Database.Database, fill: () => void): void {
  const all = `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql LIKE 'CREATE INDEX %'`
  const indexes = sqlite.prepare<[], { name: string; sql: string }>(all).all()
  sqlite.pragma('synchronous = OFF')
  sqlite.pragma('cache_size = -200000')
  for (const { name } of indexes) sqlite.exec(`DROP INDEX "${name}"`)
  fill()
  for (const { sql } of indexes) sqlite.exec(sql)
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  sqlite.pragma('synchronous = FULL')
}
