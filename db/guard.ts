import type Database from 'better-sqlite3'
import { DatabaseRefused } from '../server/errors.ts'

/** "stet" in ASCII: tells our files from any other SQLite file. */
export const applicationId = 0x73746574

/** What to throw about a file that must not be touched; `what` says how it is. */
export const refuseDamaged = (file: string, what: string) =>
  new DatabaseRefused(
    `The database ${file} ${what}. Nothing was changed. Put a backup in its place (see "Backup" in the README) and start again.`,
  )

/** Throws DatabaseRefused unless the file is a readable database of ours. */
export function refuseStranger(sqlite: Database.Database, file: string): void {
  const id = readOrRefuse(sqlite, file, () => sqlite.pragma('application_id', { simple: true }))
  if (id !== applicationId) throw refuseDamaged(file, 'was not made by Stet')
  readOrRefuse(sqlite, file, () => sqlite.prepare('SELECT count(*) FROM sqlite_schema').get())
}

/** Throws DatabaseRefused when a quick look through the whole file finds damage. Takes about a second a gigabyte. */
export function refuseCorrupt(sqlite: Database.Database, file: string): void {
  const found = readOrRefuse(sqlite, file, () => sqlite.pragma('quick_check(1)', { simple: true }))
  if (found !== 'ok') throw refuseDamaged(file, 'is damaged')
}

function readOrRefuse<T>(sqlite: Database.Database, file: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (isDamage(error)) throw refuseDamaged(file, 'is damaged, or not a database')
    throw error
  }
}

const isDamage = (error: unknown) =>
  error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code))
