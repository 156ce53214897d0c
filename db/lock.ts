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
  const lock = new Database(join(dir, 'stet.lock'), { timeout: 0 })
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
    throw error
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
