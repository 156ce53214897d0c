import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { knownMigrations } from '../../db/migrate.ts'
import { type Db, openDatabase } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { makeDemo } from '../../seeds/demo/make.ts'
import { openSignIn } from '../../server/accounts/sign-in.ts'
import { systemClock, systemRandom } from '../../server/chance.ts'
import { prepareHeavyClaim } from './heavy-claim.ts'
import { personNamed } from './people.ts'

const store = join(import.meta.dirname, '..', '..', '.bench')

/** A folder with volume to measure on, who is signed in there, and the claim that has more about it than others. */
export type Data = { dir: string; file: string; cookie: string; heavyClaim: number; claims: number }

/** Volume of that size, made on first use and kept; what is measured on is a copy, so that every run begins alike. */
export async function prepareData(claims: number): Promise<Data> {
  const kept = join(store, `${claims}-${schemaMark()}`)
  mkdirSync(store, { recursive: true })
  if (!existsSync(join(kept, 'stet.demo'))) {
    for (const old of readdirSync(store)) {
      if (old.startsWith(`${claims}-`)) rmSync(join(store, old), { recursive: true })
    }
    await makeDemo({ dir: kept, claims, now: new Date(), say: () => undefined })
  }
  const dir = copyOf(kept, `run-${claims}`)
  const db = await openDatabase({ dir, clock: systemClock, random: systemRandom, release: 'bench' })
  try {
    const cookie = await signIn(db)
    return { dir, file: db.file, cookie, heavyClaim: await prepareHeavyClaim(db), claims }
  } finally {
    db.close()
  }
}

// Volume made for other tables is no use.
function schemaMark(): string {
  const sql = knownMigrations().map((migration) => migration.sql)
  return createHash('sha256').update(sql.join()).digest('hex').slice(0, 8)
}

/** A copy of a closed data folder beside the others; an old one of that name is thrown away. */
export function copyOf(dir: string, name: string): string {
  const to = join(store, name)
  rmSync(to, { recursive: true, force: true })
  cpSync(dir, to, { recursive: true })
  return to
}

/** Throws away what a run was measured on. */
export function cleanUp(): void {
  for (const name of ['run-1000', 'run-100000', 'run-1000000', 'raw'])
    rmSync(join(store, name), { recursive: true, force: true })
}

async function signIn(db: Db): Promise<string> {
  const person = await personNamed(db, 'junia')
  const device = { device: 'Bench', address: '127.0.0.1' }
  return `stet=${await write(db, (tx) => openSignIn(tx, db, person, device))}`
}
