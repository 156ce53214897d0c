import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { Clock, Random } from '../server/chance.ts'
import { type Conn, newConn } from './conn.ts'
import { applicationId, refuseDamaged, refuseStranger } from './guard.ts'
import { lockFolder, openUsable, unusable } from './lock.ts'
import { migrate } from './migrate.ts'
import { type Writer, newWriter } from './write.ts'

/** One open database: `reader` for reads, `write(db, …)` for writes, and the clock and chance that rows are made with. */
export type Db = {
  reader: Conn
  writer: Writer
  file: string
  clock: Clock
  random: Random
  isNew: boolean
  close: () => void
}

type Settings = {
  dir: string
  clock: Clock
  random: Random
  release: string
  /** Told of every query that is read with: for tests that count them. */
  onQuery?: (sql: string) => void
}

/** Opens `stet.sqlite` in the folder, new or migrated. Throws DatabaseRefused, FolderUnusable or AlreadyRunning, each a sentence to print. */
export async function openDatabase({ dir, clock, random, release, onQuery }: Settings): Promise<Db> {
  const unlock = lockFolder(dir)
  const file = join(dir, 'stet.sqlite')
  try {
    const isNew = isFirstRun(dir, file)
    const sqlite = openWriter(file, isNew)
    await migrate(sqlite, { dir, release, now: () => clock.now() })
    // A copy that was put back comes without one.
    if (!existsSync(markerIn(dir)))
      writeFileSync(markerIn(dir), `${random.bytes(16).toString('hex')}\n`, { mode: 0o600 })
    const reading = openReader(file)
    const close = () => {
      reading.close()
      sqlite.close()
      unlock()
    }
    const writer = newWriter(sqlite, clock)
    return {
      reader: newConn(drizzle(reading, { casing: 'snake_case', logger: onQuery ? { logQuery: onQuery } : false })),
      writer,
      file,
      clock,
      random,
      isNew,
      close,
    }
  } catch (error) {
    unlock()
    throw unusable(error, file)
  }
}

/** A further read-only connection of its own snapshot: for exports and checks that read for long. The caller closes it. */
export function openReader(file: string): Database.Database {
  const sqlite = new Database(file, { readonly: true, fileMustExist: true })
  sqlite.pragma('busy_timeout = 250')
  return sqlite
}

/** The database as it is at the first read from `conn`, whatever is written meanwhile, until it is closed. */
export function openSnapshot(file: string): { conn: Conn; close: () => void } {
  const sqlite = openReader(file)
  // In KiB. What is read through once needs no more, and several may be open.
  sqlite.pragma('cache_size = -4000')
  sqlite.exec('BEGIN')
  return { conn: newConn(drizzle(sqlite, { casing: 'snake_case' })), close: () => sqlite.close() }
}

const markerIn = (dir: string) => join(dir, 'stet.instance')

// A lost or emptied database must never look like a new one: whoever came first would become its admin.
function isFirstRun(dir: string, file: string): boolean {
  const size = existsSync(file) ? statSync(file).size : 0
  if (size > 0) return false
  if (existsSync(markerIn(dir)))
    throw refuseDamaged(file, 'is missing or empty, although this folder has held one before')
  if (existsSync(file)) throw refuseDamaged(file, 'is empty')
  return true
}

function openWriter(file: string, isNew: boolean): Database.Database {
  const sqlite = openUsable(file)
  try {
    if (isNew) sqlite.pragma(`application_id = ${applicationId}`)
    else refuseStranger(sqlite, file)
    sqlite.pragma('journal_mode = WAL')
    // better-sqlite3 lowers this to NORMAL under WAL: a power cut would then lose what was answered as saved.
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('foreign_keys = ON')
    sqlite.pragma('recursive_triggers = ON')
    // What was erased is overwritten in the file, and not only given up.
    sqlite.pragma('secure_delete = ON')
    sqlite.pragma('busy_timeout = 250')
    if (sqlite.pragma('synchronous', { simple: true }) !== 2) throw new Error('SQLite does not keep synchronous=FULL')
    return sqlite
  } catch (error) {
    sqlite.close()
    throw error
  }
}
