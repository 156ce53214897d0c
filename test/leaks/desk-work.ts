import fc from 'fast-check'
import { people } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { reportError } from '../../server/reported/error-report.ts'
import { openThread } from '../../server/comments/comment.ts'
import { forms } from '../accounts/forms.ts'
import { decided } from '../corrections/published.ts'
import { aSource, anItem } from '../evidence/harbour.ts'
import type { Newsroom } from '../support/newsroom.ts'
import { aVerdict } from '../verdicts/harbour.ts'
import type { Ask } from './ask.ts'
import { cells } from './public-cells.ts'
import { type Meanwhile, anArticle } from './story.ts'

/** What the desk does between two publications, on things that readers never see, or beside those that they will. */
const works: ((news: Newsroom, shown: number[], n: number) => Promise<unknown>)[] = [
  ({ db }, _, n) => anArticle(db, ['Port Ellery', 'The bridge', 'The mill', 'The quarry'][n % 4] ?? '', n % 5),
  ({ db }, _, n) => aSource(db, `Draft ${n}`, { confidential: n % 2 === 0 }),
  async ({ db, cleo }, shown, n) => {
    const secret = await aSource(db, `Whistle-blower ${n}`, { confidential: true })
    for (const claim of shown) await anItem(db, cleo, claim, secret, `Told me ${n}.`)
  },
  async (news, _, n) => {
    const { claims } = await anArticle(news.db, `Quarry ${n}`, 2)
    for (const claim of claims) await decided(news, claim)
  },
  async ({ db, ben }) => {
    const { claims } = await anArticle(db, 'The bridge', 1)
    await aVerdict(db, ben, claims[0] ?? 0, { explanation: 'Not yet.' })
  },
  async ({ db, cleo }, shown, n) => {
    for (const claimId of shown) await openThread(db, cleo, { claimId }, `Is this so? ${n}`)
  },
  async ({ db }, shown, n) => {
    const sent = { what: `Wrong ${n}.`, link: null, email: `reader${n}@example.net` }
    for (const claimId of shown) await reportError(db, { ...sent, claimId, articleId: 1 })
  },
  ({ db }, _, n) => {
    const person = { name: `Dora ${n}`, email: `dora${n}-${db.random.bytes(6).toString('hex')}@example.org` }
    const row = { ...person, passwordHash: 'x', role: 'reader' as const }
    return write(db, (tx) => tx.insert(people).values({ ...row, createdAt: tx.now }))
  },
]

/** What the desk does meanwhile, drawn by chance and the same for the same seed. */
export function deskAtWork(news: Newsroom, seed: number): Meanwhile {
  const steps = fc.sample(fc.array(fc.nat(999), { maxLength: 3 }), { numRuns: 20, seed })
  return async (shown) => {
    for (const n of steps.shift() ?? []) await works[n % works.length]?.(news, shown, n)
  }
}

/** Forms that are meant to change what readers see, or that close the door on who works here. Nothing but these may. */
const notHere =
  /^\/(claims\/:id\/(publication|renewal)|articles\/:id\/report\b.*|proposals\/:id\/review|attempts\/:id\/(withdrawal|erasure)|sources\/:id\/(same\/:other|separation)|settings|settings\/public.*|settings\/site.*|ratings\/.*|people\/.*)$/
/** These ask the network. */
const outside = /\/(fetch|description|archiving|look)$/

/** The forms that change nothing that readers see. */
export const formPaths = Object.keys(forms).filter(
  (path) => typeof forms[path] === 'object' && !notHere.test(path) && !outside.test(path),
)
const textCells = cells().filter(({ json }) => !json)

export type Change =
  | { form: string; id: number; who: 'ada' | 'edith' | 'cleo' | 'ben'; word: string }
  | { cell: (typeof textCells)[number]; row: number; word: string }

const word = fc.stringMatching(/^[a-z]{3,12}$/)
/** One change of unpublished data: a form sent by somebody who works here, or another text in some place of the database. */
export const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    form: fc.constantFrom(...formPaths),
    id: fc.integer({ min: 1, max: 12 }),
    who: fc.constantFrom('ada', 'edith', 'cleo', 'ben'),
    word,
  }),
  fc.record({ cell: fc.constantFrom(...textCells), row: fc.nat(9_999), word }),
)

export type Desk = { news: Newsroom; ask: Ask; cookies: Record<string, string> }

/** Makes the change, and says whether the newsroom took it. */
export async function make({ news, ask, cookies }: Desk, change: Change): Promise<boolean> {
  if ('cell' in change) return overwrite(news, change)
  const fields = forms[change.form] as Record<string, string | number>
  const form = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      /^[A-Z]/.test(`${value}`) ? `${value} ${change.word}` : value,
    ]),
  )
  const path = change.form.replaceAll(':key', 'five-step').replaceAll(/:\w+/g, String(change.id))
  const { status } = await ask(path, { method: 'POST', form, headers: { cookie: cookies[change.who] ?? '' } })
  return status < 400
}

/** Lets every row be changed, also those that are append-only. */
export function loosen({ writer: { sqlite } }: Newsroom['db']): void {
  const guards = sqlite.prepare("select name from sqlite_schema where type = 'trigger' and sql like '%RAISE(%'")
  for (const { name } of guards.all() as { name: string }[]) sqlite.exec(`drop trigger ${name}`)
}

/** Adds a word to every text that is not published, so that whatever reads or searches one of them shows it. */
export function sayEverywhere({ writer: { sqlite } }: Newsroom['db'], word: string): number {
  const said = textCells.map(({ table, column, public: shown }) => {
    try {
      const change = sqlite.prepare(
        `update ${table} set ${column} = ${column} || '. ' || ? where (${shown}) is not true`,
      )
      return change.run(word).changes
    } catch {
      return 0
    }
  })
  return said.reduce((sum, rows) => sum + rows, 0)
}

// What a check of the database refuses is no change.
function overwrite({ db }: Newsroom, { cell, row, word }: Extract<Change, { cell: unknown }>): boolean {
  const { table, column } = cell
  const rows = `from ${table} where (${cell.public}) is not true and ${column} is not null`
  const one = `select rowid ${rows} limit 1 offset ? % max(1, (select count(*) ${rows}))`
  const { sqlite } = db.writer
  try {
    const change = sqlite.prepare(`update ${table} set ${column} = ${column} || ? where rowid = (${one})`)
    return change.run(word, row).changes > 0
  } catch {
    return false
  }
}
