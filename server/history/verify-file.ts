import { existsSync } from 'node:fs'
import { refuseStranger } from '../../db/guard.ts'
import { openReader, openSnapshot } from '../../db/open.ts'
import { DatabaseRefused } from '../errors.ts'
import { counted } from '../number.ts'
import { verifyChain } from './chain.ts'

/**
 * Checks the history in a database file, which may be in use, without changing it. Says what it found; 0 when the history is
 * whole, 1 when it is not. Throws DatabaseRefused when the file is no database of ours.
 */
export async function verifyFile(file: string, say: (line: string) => void): Promise<number> {
  refuseUnreadable(file)
  const { conn, close } = openSnapshot(file)
  try {
    const checked = await verifyChain(conn)
    const events = counted(checked.events, 'event')
    if (checked.ok) {
      say(`The history is whole: ${events}, each tied to the one before it.`)
      say(`The newest hash is ${checked.head || 'none yet'}`)
      return 0
    }
    say(`The history does not hold together. ${checked.why}`)
    say(`Before that place: ${events}, as recorded.`)
    return 1
  } finally {
    close()
  }
}

function refuseUnreadable(file: string): void {
  if (!existsSync(file)) throw new DatabaseRefused(`There is no database at ${file}. Name a file, or set DATA_DIR.`)
  const sqlite = openReader(file)
  try {
    refuseStranger(sqlite, file)
  } finally {
    sqlite.close()
  }
}
