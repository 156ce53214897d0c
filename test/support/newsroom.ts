import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import request from 'supertest'
import { onTestFinished } from 'vitest'
import { type Db, openDatabase } from '../../db/open.ts'
import { people, type Role } from '../../db/schema/index.ts'
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

/** The password of everyone in the test newsroom. Its hash is made once, since hashing is slow on purpose. */
export const password = 'correct horse battery'
const passwordHash = '$argon2id$v=19$m=19456,t=2,p=1$ymEhi6qZM0iQn6EDGEskAA$HfjIGQxlgv+kfLwHEXuH/YilH0WWQbEClea45P3bOsc'

/** A fresh newsroom with its own database: ada (admin), edith (editor), cleo and ben (checkers), rita (reader). `story` is a clock of one's own. Removed after the test. */
export async function newsroom(env: Record<string, string> = {}, story?: Clock): Promise<Newsroom> {
  const dir = mkdtempSync(join(tmpdir(), 'stet-'))
  const clock = steadyClock()
  const random = seededRandom()
  const queries: string[] = []
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
  const add = (name: string, role: Role) => addPerson(db, name, role)
  const [ada, edith, cleo, ben, rita] = [
    await add('Ada', 'admin'),
    await add('Edith', 'editor'),
    await add('Cleo', 'checker'),
    await add('Ben', 'checker'),
    await add('Rita', 'reader'),
  ]
  const as = async (person: Person) =>
    browser(
      app,
      `stet=${await write(db, (tx) => openSignIn(tx, db, person, { device: 'Test', address: '127.0.0.1' }))}`,
    )
  return { db, world, clock, app, queries, as, visitor: browser(app, ''), ada, edith, cleo, ben, rita }
}

async function addPerson(db: Db, name: string, role: Role): Promise<Person> {
  const email = `${name.toLowerCase()}@example.org`
  const [row] = await write(db, (tx) =>
    tx.insert(people).values({ name, email, role, passwordHash, createdAt: tx.now }).returning({ id: people.id }),
  )
  return { id: row?.id ?? 0, name, email, role }
}

function browser(app: ReturnType<typeof createApp>, cookie: string): Browser {
  return {
    cookie,
    get: (path) => request(app).get(path).set('Cookie', cookie),
    post: (path, fields = {}) => request(app).post(path).type('form').set('Cookie', cookie).send(fields),
  }
}
