import { accessSync, constants, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { AlreadyRunning, FolderUnusable } from '../server/errors.ts'

/**
 * Keeps the folder for this process until the returned function is called or the process ends, however it ends: the lock is
 * SQLite's own on a file beside the data. Throws FolderUnusable, or AlreadyRunning.
 */
export function lockFolder(dir: string): () => void {
  makeUsable(dir)
  const lock = openUsable(join(dir, 'stet.lock'), { timeout: 0 })
  try {
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.exec('BEGIN EXCLUSIVE')
    return () => lock.close()
  } catch (error) {
    lock.close()
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) {
      throw new AlreadyRunning(
        `Another Stet is already running on ${dir}. Stop it first, or give this one its own DATA_DIR.`,
      )
    }
    throw unusable(error, join(dir, 'stet.lock'))
  }
}

function makeUsable(dir: string): void {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 })
    accessSync(dir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    throw new FolderUnusable(
      `The data folder ${dir} cannot be written to. Check that it exists and who owns it, or set DATA_DIR.`,
    )
  }
}

/** Opens a database file in the folder. Throws FolderUnusable where the machine does not let it be opened. */
export function openUsable(file: string, options: Database.Options = {}): Database.Database {
  try {
    return new Database(file, options)
  } catch (error) {
    throw unusable(error, file)
  }
}

/** What to tell of an error that comes from the machine and not from the data; any other error as it is. */
export function unusable(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'SQLITE_FULL' || code === 'ENOSPC')
    return new FolderUnusable(`The disk that holds ${file} is full. Nothing was lost: make room, and start again.`)
  if (/^(SQLITE_(CANTOPEN|READONLY|PERM|IOERR)|EACCES|EPERM|EROFS|EIO)/.test(code))
    return new FolderUnusable(
      `${file} cannot be written to (${code}). Check who owns it and whether its disk is in order.`,
    )
  return error
}
