import type Database from 'better-sqlite3'
import { indexNames } from '../../server/search/reindex-store.ts'

/**
 * Runs `fill` on a database that nobody else uses, as fast as it goes: lookup indexes are built once at the end, and nothing
 * reaches the disk for certain before it is whole. Indexes that keep rows unique, or that a trigger looks up in, stay, and so do
 * all triggers but those that keep the search: its indexes are made at the end as well.
 */
export function inBulk(sqlite: Database.Database, fill: () => void): void {
  const all = `SELECT name, sql FROM sqlite_schema
    WHERE type = 'index' AND sql LIKE 'CREATE INDEX %' AND name <> 'evidence_claim'`
  const indexes = sqlite.prepare<[], { name: string; sql: string }>(all).all()
  const keeping = `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%\\_search\\_%' ESCAPE '\\'`
  const triggers = sqlite.prepare<[], { name: string; sql: string }>(keeping).all()
  sqlite.pragma('synchronous = OFF')
  sqlite.pragma('cache_size = -200000')
  for (const { name } of indexes) sqlite.exec(`DROP INDEX "${name}"`)
  for (const { name } of triggers) sqlite.exec(`DROP TRIGGER "${name}"`)
  fill()
  for (const { sql } of [...indexes, ...triggers]) sqlite.exec(sql)
  for (const name of indexNames(sqlite)) sqlite.exec(`INSERT INTO "${name}"("${name}") VALUES ('rebuild')`)
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  sqlite.pragma('synchronous = FULL')
}
