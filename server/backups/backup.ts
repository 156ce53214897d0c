import { existsSync, renameSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import Database from 'better-sqlite3'
import { refuseCorrupt, refuseStranger } from '../../db/guard.ts'
import { openReader } from '../../db/open.ts'
import { BadSettings, DatabaseRefused } from '../errors.ts'

/**
 * Copies the database to `target` while it may be in use, looks through the copy, and returns the full path. The copy has
 * another name until it is whole. Throws BadSettings when the target exists, DatabaseRefused when either file is unsound.
 */
export async function backUp(file: string, target: string): Promise<string> {
  const path = resolve(target)
  if (existsSync(path))
    throw new BadSettings(`${path} exists already. Choose another name, so that no backup is overwritten.`)
  if (!existsSync(file)) throw new DatabaseRefused(`There is no database at ${file}. Check DATA_DIR.`)
  const unfinished = `${path}.unfinished`
  rmSync(unfinished, { force: true })
  const source = openReader(file)
  try {
    refuseStranger(source, file)
    await source.backup(unfinished)
    refuseUnsound(unfinished)
    renameSync(unfinished, path)
    return path
  } finally {
    source.close()
    rmSync(unfinished, { force: true })
  }
}

function refuseUnsound(file: string): void {
  const copy = new Database(file)
  try {
    // One file, with nothing beside it that could be forgotten.
    copy.pragma('journal_mode = DELETE')
    refuseCorrupt(copy, file)
  } finally {
    copy.close()
  }
}
