import { existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openReader } from '../../db/open.ts'
import { AlreadyRunning, DatabaseRefused, FolderUnusable } from '../../server/errors.ts'
import { emptyFolder, open } from '../support/folder.ts'

/** Whether an aggregate of the SQL has an order of its own: what stands in brackets inside its call is taken out first. */
function ordersInside(sql: string): boolean {
  const inner = /\(([^()]*)\)/
  let rest = sql
  for (let found = inner.exec(rest); found; found = inner.exec(rest)) {
    const isCall = /\b(?!in\b|from\b|as\b|and\b|or\b|exists\b)\w+\s*$/i.test(rest.slice(0, found.index))
    if (isCall && /\border\s+by\b/i.test(found[1] ?? '')) return true
    rest = rest.slice(0, found.index) + ' ' + rest.slice(found.index + found[0].length)
  }
  return false
}

describe('a new folder', () => {
  it('becomes a database of ours with every commit on the disk before it is answered', async () => {
    const dir = emptyFolder()
    const db = await open(dir)
    expect(db.isNew).toBe(true)
    const { sqlite } = db.writer
    expect(sqlite.pragma('application_id', { simple: true })).toBe(0x73746574)
    expect(sqlite.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(sqlite.pragma('synchronous', { simple: true })).toBe(2)
    expect(sqlite.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(Number(sqlite.pragma('user_version', { simple: true }))).toBeGreaterThan(0)
    db.close()
  })

  it('keeps synchronous=FULL on a connection that was opened later', async () => {
    const dir = emptyFolder()
    ;(await open(dir)).close()
    const again = await open(dir)
    expect(again.isNew).toBe(false)
    expect(again.writer.sqlite.pragma('synchronous', { simple: true })).toBe(2)
    again.close()
  })

  // For one ORDER BY inside an aggregate, SQLite before 3.44 (Debian 12 has 3.40) refuses the whole file.
  it('holds nothing that an older sqlite3 could not read', async () => {
    const db = await open(emptyFolder())
    const rows = db.writer.sqlite.prepare('SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL').all()
    const schema = rows as { name: string; sql: string }[]
    expect(schema.filter(({ sql }) => ordersInside(sql)).map(({ name }) => name)).toEqual([])
    expect(ordersInside('SELECT group_concat(trim(name), char(10) ORDER BY id) FROM people')).toBe(true)
    db.close()
  })

  it('can be read but not written through the reading connections', async () => {
    const db = await open(emptyFolder())
    const reading = openReader(db.file)
    expect(() => reading.exec("UPDATE settings SET newsroom = 'x'")).toThrow(/readonly/)
    reading.close()
    db.close()
  })
})

describe('a folder that cannot be served', () => {
  it('refuses a second server on the same data, and serves again once the first has ended', async () => {
    const dir = emptyFolder()
    const first = await open(dir)
    await expect(open(dir)).rejects.toThrow(AlreadyRunning)
    first.close()
    ;(await open(dir)).close()
  })

  it('refuses a lost database instead of starting a new one', async () => {
    const dir = emptyFolder()
    ;(await open(dir)).close()
    for (const file of ['stet.sqlite', 'stet.sqlite-wal', 'stet.sqlite-shm']) rmSync(join(dir, file), { force: true })
    await expect(open(dir)).rejects.toThrow(/missing or empty/)
    expect(existsSync(join(dir, 'stet.sqlite'))).toBe(false)
  })

  it('refuses an emptied database', async () => {
    const dir = emptyFolder()
    ;(await open(dir)).close()
    truncateSync(join(dir, 'stet.sqlite'))
    await expect(open(dir)).rejects.toThrow(DatabaseRefused)
    expect(statSync(join(dir, 'stet.sqlite')).size).toBe(0)
  })

  it('refuses an empty file even without the marker', async () => {
    const dir = emptyFolder()
    writeFileSync(join(dir, 'stet.sqlite'), '')
    await expect(open(dir)).rejects.toThrow(/is empty/)
  })

  it('refuses what is not a database, unchanged', async () => {
    const dir = emptyFolder()
    const file = join(dir, 'stet.sqlite')
    writeFileSync(file, 'a letter to the editor, long enough to be no header of a database at all. '.repeat(20))
    const before = readFileSync(file)
    await expect(open(dir)).rejects.toThrow(/damaged, or not a database/)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('refuses a database of another program', async () => {
    const dir = emptyFolder()
    const other = new Database(join(dir, 'stet.sqlite'))
    other.exec('CREATE TABLE letters (id INTEGER PRIMARY KEY)')
    other.close()
    await expect(open(dir)).rejects.toThrow(/was not made by Stet/)
  })

  it('refuses a truncated database', async () => {
    const dir = emptyFolder()
    ;(await open(dir)).close()
    truncateSync(join(dir, 'stet.sqlite'), 3 * 4096)
    await expect(open(dir)).rejects.toThrow(DatabaseRefused)
  })

  it('refuses a database that a newer release made, and names the release', async () => {
    const dir = emptyFolder()
    ;(await open(dir)).close()
    const newer = new Database(join(dir, 'stet.sqlite'))
    newer.pragma('user_version = 99')
    newer.exec("INSERT INTO migrations VALUES (99, '0099_later.sql', '', '7.1.0', '2031-01-01T00:00:00Z')")
    newer.close()
    await expect(open(dir)).rejects.toThrow(/made by Stet 7\.1\.0/)
  })

  it('refuses a folder that is a file', async () => {
    const file = join(emptyFolder(), 'data')
    writeFileSync(file, 'not a folder')
    await expect(open(file)).rejects.toThrow(FolderUnusable)
  })
})
