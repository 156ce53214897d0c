import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Db, openDatabase } from '../../db/open.ts'
import { systemClock, systemRandom } from '../chance.ts'
import type { Command, Say } from '../command.ts'
import { BadSettings, DatabaseRefused } from '../errors.ts'
import { release } from '../release.ts'
import { countWaiting } from './copy-store.ts'
import { indexNames, isInStep, rebuildAll } from './reindex-store.ts'

/** The command that keeps the indexes of the search. */
export const searchCommands: Record<string, Command> = {
  reindex: {
    takes: '[--check]',
    does: 'Makes the indexes of the search again; with --check it only compares them with what is stored, and ends with 1 when they differ. Stop Stet first.',
    run: async ({ dataDir: dir }, words, { say }) => {
      const onlyCheck = readWords(words)
      if (!existsSync(join(dir, 'stet.sqlite')))
        throw new DatabaseRefused(`There is no database in ${dir}. Check DATA_DIR.`)
      const db = await openDatabase({ dir, clock: systemClock, random: systemRandom, release })
      try {
        return onlyCheck ? await check(db, say) : await reindex(db, say)
      } finally {
        db.close()
      }
    },
  },
}

function readWords(words: string[]): boolean {
  try {
    return parseArgs({ args: words, options: { check: { type: 'boolean' } } }).values.check ?? false
  } catch {
    throw new BadSettings('Use it as: npm run stet -- reindex [--check]')
  }
}

/** Names each index that is out of step with the rows; returns 1 when there is one. */
async function check(db: Db, say: Say): Promise<number> {
  const names = indexNames(db.writer.sqlite)
  const waiting = await countWaiting(db.reader)
  const broken = names.filter((name) => !isInStep(db.writer.sqlite, name))
  for (const name of broken) say(`${name} does not hold what is stored.`)
  if (waiting > 0)
    say(
      `${waiting.toLocaleString('en')} ${waiting === 1 ? 'copy waits' : 'copies wait'} to be indexed: the server does that while it runs.`,
    )
  say(
    broken.length === 0 ? `All ${names.length} indexes hold what is stored.` : 'To mend this: npm run stet -- reindex',
  )
  return broken.length === 0 ? 0 : 1
}

async function reindex(db: Db, say: Say): Promise<number> {
  await rebuildAll(db, (name) => say(`Made ${name} again.`))
  return check(db, say)
}
