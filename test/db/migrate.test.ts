import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { knownMigrations, migrate } from '../../db/migrate.ts'
import { emptyFolder } from '../support/folder.ts'

const now = () => new Date('2025-05-12T09:00:00Z')
const parents = { name: '0000_a.sql', sql: 'CREATE TABLE parents (id INTEGER PRIMARY KEY, name TEXT)' }
const children = {
  name: '0001_b.sql',
  sql: `CREATE TABLE children (id INTEGER PRIMARY KEY, parent INTEGER NOT NULL REFERENCES parents (id) ON DELETE CASCADE);
--> statement-breakpoint
INSERT INTO parents (id, name) VALUES (1, 'Ada');
--> statement-breakpoint
INSERT INTO children (parent) VALUES (1), (1)`,
}
/** The form in which drizzle-kit rebuilds a table. */
const rebuild = {
  name: '0002_c.sql',
  sql: `PRAGMA foreign_keys=OFF;
--> statement-breakpoint
CREATE TABLE __new_parents (id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT 'nobody');
--> statement-breakpoint
INSERT INTO __new_parents SELECT id, name FROM parents;
--> statement-breakpoint
DROP TABLE parents;
--> statement-breakpoint
ALTER TABLE __new_parents RENAME TO parents;
--> statement-breakpoint
PRAGMA foreign_keys=ON`,
}

function fresh() {
  const dir = emptyFolder()
  const sqlite = new Database(join(dir, 'stet.sqlite'))
  sqlite.pragma('foreign_keys = ON')
  return {
    dir,
    sqlite,
    to: (migrations: { name: string; sql: string }[]) => migrate(sqlite, { dir, release: '0.0.9', now, migrations }),
  }
}

const count = (sqlite: Database.Database, table: string) =>
  sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()

describe('migrating', () => {
  it('applies what is due, once, and remembers it', async () => {
    const { sqlite, to } = fresh()
    await to([parents])
    await to([parents, children])
    await to([parents, children])
    expect(sqlite.pragma('user_version', { simple: true })).toBe(2)
    expect(sqlite.prepare('SELECT name FROM migrations ORDER BY id').pluck().all()).toEqual([
      '0000_a.sql',
      '0001_b.sql',
    ])
    expect(count(sqlite, 'children')).toBe(2)
  })

  it('keeps the rows that refer to a table while it is rebuilt', async () => {
    const { sqlite, to } = fresh()
    await to([parents, children, rebuild])
    expect(count(sqlite, 'children')).toBe(2)
    expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1)
  })

  it('refuses a step that loses rows, and leaves everything as it was', async () => {
    const { sqlite, to } = fresh()
    await to([parents, children])
    const lossy = { name: '0002_lossy.sql', sql: 'DELETE FROM children WHERE id = 1' }
    await expect(to([parents, children, lossy])).rejects.toThrow(/would lose rows of children/)
    expect(count(sqlite, 'children')).toBe(2)
    expect(sqlite.pragma('user_version', { simple: true })).toBe(2)
  })

  it('refuses a step that breaks references', async () => {
    const { sqlite, to } = fresh()
    await to([parents, children])
    const breaking = { name: '0002_breaking.sql', sql: 'UPDATE children SET parent = 7' }
    await expect(to([parents, children, breaking])).rejects.toThrow(/break references/)
    expect(sqlite.prepare('SELECT DISTINCT parent FROM children').pluck().all()).toEqual([1])
  })

  it('leaves nothing half done when a step fails in the middle', async () => {
    const { sqlite, to } = fresh()
    await to([parents])
    const failing = {
      name: '0001_failing.sql',
      sql: 'CREATE TABLE halves (id INTEGER);\n--> statement-breakpoint\nSELECT nothing FROM nowhere',
    }
    await expect(to([parents, failing])).rejects.toThrow()
    expect(sqlite.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'halves'").pluck().get()).toBe(0)
  })

  it('makes a backup first when there is anything to lose', async () => {
    const { dir, to } = fresh()
    await to([parents])
    expect(existsSync(join(dir, 'backups'))).toBe(false)
    await to([parents, children])
    const [backup = ''] = readdirSync(join(dir, 'backups'))
    const copy = new Database(join(dir, 'backups', backup), { readonly: true })
    expect(copy.pragma('user_version', { simple: true })).toBe(1)
    copy.close()
  })
})

it('knows its migrations in order', () => {
  const names = knownMigrations().map(({ name }) => name)
  expect(names).toEqual([...names].sort())
  expect(names[0]).toMatch(/^0000_/)
})
