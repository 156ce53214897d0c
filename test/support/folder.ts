import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Db, openDatabase } from '../../db/open.ts'
import { seededRandom, steadyClock } from './chance.ts'

/** An empty folder, removed after the test. */
export function emptyFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'stet-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** The database of that folder, as a start of the program opens it. */
export const open = (dir: string): Promise<Db> =>
  openDatabase({ dir, clock: steadyClock(), random: seededRandom(), release: '0.0.9' })
