import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import request from 'supertest'
import { onTestFinished } from 'vitest'
import { type Db, openDatabase } from '../../db/open.ts'
import { people } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import type { Person } from '../../server/accounts/permissions.ts'
import { openSignIn } from '../../server/accounts/sign-in.ts'
import type { Clock } from '../../server/chance.ts'
import { createApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { newFetching } from '../../server/fetching/fetching.ts'
import type { World } from '../../server/world.ts'
import { type SteadyClock, seededRandom, steadyClock } from './chance.ts'

type Fields = Record<string, string | number | string[]>

/** One person's browser: sends the sign-in cookie with every request. */
type Browser = {
  get: (path: string) => request.Test
  post: (path: string, fields?: Fields) => request.Test
  cookie: string
}

export type Newsroom = {
  db: Db
  world: World
  clock: SteadyClock
  app: ReturnType<typeof createApp>
  /** Every query read with since the start, in SQL. */
  queries: string[]
  /** A browser signed in as that person. */
  as: (person: Person) => Promise<Browser>
  /** A browser nobody has signed in with. */
  visitor: Browser
  ada: Person
  edith: Person
  cleo: Person
  ben: Person
  rita: Person
}

export { password } from './first-newsroom.ts'

/** A fresh newsroom with its own database: ada (admin), edith (editor), cleo and ben (checkers), rita (reader). `story` is a clock of one's own. Removed after the test. */
export async function newsroom(env: Record<string, string> = {}, story?: Clock): Promise<Newsroom> {
  const dir = mkdtempSync(join(tmpdir(), 'stet-'))
  const clock = steadyClock()
  const random = seededRandom()
  const queries: string[] = []
  copyFileSync(process.env['FIRST_NEWSROOM'] ?? '', join(dir, 'stet.sqlite'))
  const db = await openDatabase({
    dir,
    clock: story ?? clock,
    random,
    release: 'test',
    onQuery: (sql) => queries.push(sql),
  })
  const config = readConfig({ ...env, DATA_DIR: dir })
  const world: World = {
    db,
    config,
    fetching: newFetching(config, db),
    log: pino({ level: 'silent' }),
    setupCode: 'setup-code',
  }
  const app = createApp(world)
  onTestFinished(() => {
    db.close()
    rmSync(dir, { recursive: true })
  })
  const staff: readonly Person[] = await db.reader
    .select({ id: people.id, name: people.name, email: people.email, role: people.role })
    .from(people)
    .orderBy(people.id)
  const [ada, edith, cleo, ben, rita] = staff
  if (!ada || !edith || !cleo || !ben || !rita) throw new Error('The first newsroom lacks somebody.')
  queries.length = 0
  const as = async (person: Person) =>
    browser(
      app,
      `stet=${await write(db, (tx) => openSignIn(tx, db, person, { device: 'Test', address: '127.0.0.1' }))}`,
    )
  return { db, world, clock, app, queries, as, visitor: browser(app, ''), ada, edith, cleo, ben, rita }
}

function browser(app: ReturnType<typeof createApp>, cookie: string): Browser {
  return {
    cookie,
    get: (path) => request(app).get(path).set('Cookie', cookie),
    post: (path, fields = {}) => request(app).post(path).type('form').set('Cookie', cookie).send(fields),
  }
}
