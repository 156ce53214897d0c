import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { DatabaseRefused } from '../server/errors.ts'

type Migration = { name: string; sql: string }
type Setting = { dir: string; release: string; now: () => Date; migrations?: Migration[] }

/** The migrations of this release, in order. */
export function knownMigrations(): Migration[] {
  const folder = join(import.meta.dirname, 'migrations')
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return names.sort().map((name) => ({ name, sql: readFileSync(join(folder, name), 'utf8') }))
}

/**
 * Brings the database to this release, each migration whole or not at all, after a backup into `backups/` when there is
 * anything to lose. Throws DatabaseRefused for a database made by a newer release, or when a migration loses rows.
 */
export async function migrate(sqlite: Database.Database, setting: Setting): Promise<void> {
  const migrations = setting.migrations ?? knownMigrations()
  const done = Number(sqlite.pragma('user_version', { simple: true }))
  if (done > migrations.length) throw newer(sqlite, setting.release)
  const due = migrations.slice(done)
  if (due.length === 0) return
  if (done > 0) await backUp(sqlite, setting)
  sqlite.exec(
    `CREATE TABLE IF NOT EXISTS migrations (id INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, release TEXT NOT NULL, applied_at TEXT NOT NULL)`,
  )
  due.forEach((migration, index) => apply(sqlite, migration, { ...setting, id: done + index + 1 }))
}

function newer(sqlite: Database.Database, release: string): DatabaseRefused {
  const made = sqlite.prepare('SELECT release FROM migrations ORDER BY id DESC LIMIT 1').pluck().get()
  return new DatabaseRefused(
    `This database was made by Stet ${String(made)}; this is Stet ${release}. Start that release or a later one.`,
  )
}

async function backUp(sqlite: Database.Database, { dir, now }: Setting): Promise<void> {
  const folder = join(dir, 'backups')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const at = now().toISOString().replaceAll(':', '-')
  await sqlite.backup(join(folder, `before-upgrade-${at}.sqlite`))
}

// foreign_keys is a no-op inside a transaction, and dropping a table with it on deletes the rows that refer to it.
function apply(sqlite: Database.Database, migration: Migration, { id, release, now }: Setting & { id: number }): void {
  sqlite.pragma('foreign_keys = OFF')
  try {
    sqlite
      .transaction(() => {
        const before = countRows(sqlite)
        for (const statement of migration.sql.split('--> statement-breakpoint')) sqlite.exec(statement)
        refuseLoss(migration, before, countRows(sqlite))
        refuseBrokenReferences(sqlite, migration)
        const sha256 = createHash('sha256').update(migration.sql).digest('hex')
        sqlite
          .prepare('INSERT INTO migrations VALUES (?, ?, ?, ?, ?)')
          .run(id, migration.name, sha256, release, now().toISOString())
        sqlite.pragma(`user_version = ${id}`)
      })
      .immediate()
  } finally {
    sqlite.pragma('foreign_keys = ON')
  }
}

function refuseBrokenReferences(sqlite: Database.Database, { name }: Migration): void {
  const broken = sqlite.prepare('SELECT 1 FROM pragma_foreign_key_check LIMIT 1').get()
  if (broken === undefined) return
  throw new DatabaseRefused(`Upgrade step ${name} would break references between rows. Nothing was changed.`)
}

function refuseLoss(migration: Migration, before: Map<string, number>, after: Map<string, number>): void {
  for (const [table, rows] of before) {
    if ((after.get(table) ?? 0) < rows) {
      throw new DatabaseRefused(`Upgrade step ${migration.name} would lose rows of ${table}. Nothing was changed.`)
    }
  }
}

// The search indexes are made of the other tables, and merge rows of their own as they like.
function countRows(sqlite: Database.Database): Map<string, number> {
  const named = sqlite
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search\\_%' ESCAPE '\\'`,
    )
    .pluck()
  const count = (name: string) => Number(sqlite.prepare(`SELECT count(*) FROM "${name}"`).pluck().get())
  return new Map(named.all().map((name) => [String(name), count(String(name))]))
}
