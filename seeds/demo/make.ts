import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Db, openDatabase } from '../../db/open.ts'
import { systemRandom } from '../../server/chance.ts'
import { FolderUnusable } from '../../server/errors.ts'
import { makeCheckpoint } from '../../server/history/checkpoint.ts'
import { openKey } from '../../server/history/new-key.ts'
import { release } from '../../server/release.ts'
import { makeVolume } from '../volume.ts'
import { type StoryClock, storyClock } from './clock.ts'
import { cast, emailOf, everyone, leaver, password } from './people.ts'
import { tellWeek } from './week.ts'

type Demo = { dir: string; claims?: number | undefined; now: Date; say: (line: string) => void }

/** Fills an empty folder with the demo newsroom, or with that many made-up claims. Throws FolderUnusable for a folder in use. */
export async function makeDemo({ dir, claims, now, say }: Demo): Promise<void> {
  const wanted = claims === undefined ? 'the demo newsroom' : `${claims.toLocaleString('en')} made-up claims`
  const found = whatIsIn(dir)
  if (found === undefined) {
    await fill(dir, claims === undefined ? storyClock(now) : volumeClock(), claims)
    writeFileSync(markerIn(dir), `${wanted}\n`)
    say(`${resolve(dir)} now holds ${wanted}.`)
  } else if (found === wanted) {
    say(
      `${resolve(dir)} already holds ${wanted}, made earlier; nothing was changed. To make it anew, delete the folder.`,
    )
  } else throw inUse(dir, found)
  for (const line of howToLook(dir)) say(line)
}

// The same time in every run, so that volume is the same too.
const volumeClock = () => storyClock(new Date('2024-01-08T00:00:00Z'))

const markerIn = (dir: string) => join(dir, 'stet.demo')

// What an earlier run left there, '' for anything else, undefined for nothing.
function whatIsIn(dir: string): string | undefined {
  if (!existsSync(dir) || readdirSync(dir).length === 0) return undefined
  return existsSync(markerIn(dir)) ? readFileSync(markerIn(dir), 'utf8').trim() : ''
}

function inUse(dir: string, found: string): FolderUnusable {
  const holds = found === '' ? 'is not empty' : `holds ${found}`
  return new FolderUnusable(
    `The folder ${resolve(dir)} ${holds}, so nothing was made. Delete it, or name another one: DEMO_DIR=other-folder npm run demo`,
  )
}

async function fill(dir: string, clock: StoryClock, claims: number | undefined): Promise<void> {
  const db: Db = await openDatabase({ dir, clock, random: systemRandom, release })
  try {
    if (claims !== undefined) return await makeVolume(db, clock, claims)
    await tellWeek(db, clock)
    const signing = { db, config: { keyFile: join(dir, 'stet.key') } }
    await openKey(signing)
    await makeCheckpoint(signing, 'hourly')
  } finally {
    db.close()
  }
}

function howToLook(dir: string): string[] {
  const there = everyone.filter((who) => who !== leaver)
  const widest = Math.max(...there.map((who) => emailOf(who).length))
  const people = there.map((who) => `  ${emailOf(who).padEnd(widest)}  ${cast[who].name}, ${cast[who].role}`)
  return [
    'Look at it:',
    `  DATA_DIR=${dir} npm start`,
    'and sign in as',
    ...people,
    `each with the password “${password}”.`,
  ]
}
