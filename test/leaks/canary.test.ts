import { expect, it } from 'vitest'
import { sources } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { eq } from 'drizzle-orm'
import { openThread } from '../../server/comments/comment.ts'
import { aSource, anItem } from '../evidence/harbour.ts'
import { reportError } from '../../server/reported/error-report.ts'
import { makeToken } from '../../server/tokens/token.ts'
import { crawl } from '../support/crawl.ts'
import { demoNewsroom } from '../support/demo.ts'
import type { Newsroom } from '../support/newsroom.ts'
import { forms } from '../accounts/forms.ts'
import { publicAddresses } from './addresses.ts'
import { type Answer, type Ask, listen } from './ask.ts'
import { formPaths, loosen, make } from './desk-work.ts'
import { marksIn, plant } from './plant.ts'
import { routesOf } from './routes.ts'
import { publishAll } from './story.ts'

const later = 'zq7later7hidden7confidential7qz'

/** The demo newsroom, with all that can be published, and a mark in every text that is not. */
async function markedNewsroom() {
  const news = await demoNewsroom()
  const { db, cleo } = news
  const hidden = await aSource(db, `Diary ${later}`)
  const shown: number[] = []
  await publishAll(news, async (claims) => {
    if (claims.length > 0 && shown.length === 0) {
      shown.push(...claims)
      for (const claim of claims) await anItem(db, cleo, claim, hidden, `He wrote ${later}.`)
      const secret = await aSource(db, `Whistle-blower ${later}`, { confidential: true })
      for (const claim of claims) await anItem(db, cleo, claim, secret, `She told me ${later}.`)
    }
  })
  await write(db, (tx) => tx.update(sources).set({ confidential: true }).where(eq(sources.id, hidden)))
  await copiesAndTalk(news)
  await everyForm(news)
  const sent = { what: 'It was Tuesday.', link: 'https://log.example/2', email: 'reader@example.net' }
  await reportError(db, { ...sent, claimId: shown[0] ?? null, articleId: null })
  loosen(db)
  return { ...news, planted: plant(db) }
}

const one = (db: Newsroom['db'], query: string): number => Number(db.writer.sqlite.prepare(query).pluck().get() ?? 0)

// The week of the demo has no copies, and no talk about what not everybody may see.
async function copiesAndTalk({ db, as, cleo }: Newsroom): Promise<void> {
  const checker = await as(cleo)
  for (const confidential of [0, 1]) {
    const source = one(
      db,
      `select source_id from evidence join sources s on s.id = source_id where confidential = ${confidential}`,
    )
    const text = `A copy. zq7blobpieces7bytes7${confidential ? 'confidential' : 'desk'}7qz`
    await checker.post(`/sources/${source}/snapshots`, { way: 'paste', text }).expect(303)
    const evidenceId = one(db, `select id from evidence where source_id = ${source}`)
    const claimId = one(db, `select claim_id from evidence where id = ${evidenceId}`)
    await openThread(db, cleo, { claimId, evidenceId }, 'Look at this.')
  }
}

// Whatever else can be typed somewhere is there too, as far as it is taken.
async function everyForm(news: Newsroom): Promise<void> {
  const admin = { news, ask: await listen(news), cookies: { ada: (await news.as(news.ada)).cookie } }
  for (const form of formPaths) await make(admin, { form, id: 1, who: 'ada', word: 'here' })
}

const everything = ({ status, headers, body }: Answer) => `${status} ${JSON.stringify(headers)} ${body}`

type Seen = { who: string; where: string; secrecy: string; path: string }

function seen(who: string, answers: [string, Answer][]): Seen[] {
  const marks = answers.flatMap(([path, answer]) => marksIn(everything(answer)).map((mark) => ({ who, ...mark, path })))
  return [...new Map(marks.map((mark) => [`${mark.where} ${mark.secrecy}`, mark])).values()]
}

/** Every address with ids in it that lead to what is closed, to what is open, and to nothing. */
function addresses(news: Newsroom, method: string): string[] {
  const of = (query: string) => one(news.db, query)
  const ids = [
    1,
    of('select id from sources where confidential'),
    of('select max(id) from evidence where source_id in (select id from sources where confidential)'),
    of('select claim_id from rounds where closed_at is null'),
    of('select max(id) from verdicts where round_id in (select id from rounds where closed_at is null)'),
    of('select max(id) from snapshots'),
  ]
  return routesOf(news)
    .filter((route) => route.method === method)
    .flatMap(({ path }) => (path.includes(':') ? ids.map((id) => path.replaceAll(/:\w+/g, String(id))) : path))
}

async function visit(
  ask: Ask,
  paths: Iterable<string>,
  headers: Record<string, string> = {},
): Promise<[string, Answer][]> {
  const answers: [string, Answer][] = []
  for (const path of new Set(paths)) answers.push([path, await ask(path, { headers })])
  return answers
}

async function walk(ask: Ask, headers: Record<string, string> = {}): Promise<[string, Answer][]> {
  const answers: [string, Answer][] = []
  await crawl(
    async (path) => {
      const answer = await ask(path, { headers })
      answers.push([path, answer])
      const { location, 'content-type': type = '' } = answer.headers
      return { status: answer.status, text: answer.body, type, location }
    },
    { each: 2 },
  )
  return answers
}

// What a program reads in somebody's name.
async function program(news: Newsroom, who: 'rita' | 'ben', ask: Ask): Promise<[string, Answer][]> {
  const token = await makeToken(news.db, news[who], { name: 'Sheet', scopes: ['read'], days: 7 })
  const paths = addresses(news, 'get').filter((path) => path.startsWith('/api/'))
  return visit(ask, [...paths, '/api/v1/search?q=the', '/api/v1/precedents?text=the'], {
    Authorization: `Bearer ${token}`,
  })
}

/** Signed-in readers look at the desk's work by design. These are the tables, without underlines, whose texts they come to see; no others. */
const readersSee = `
  articles versions sentences claims claimants tags claimanchors searches attempts findings
  sources sourcerevisions evidence snapshots snapshottexts blobpieces sourceflags sourcelooks outsidechecks bulkoutcomes savedlists
  verdicts reviews decisions adjudications ratings scales proposals flags departures importedverdicts
  comments events people`.split(/\s+/)

/** Which marks each may see, by where they stand. */
const may = {
  rita: ['desk'],
  ben: ['desk', 'confidential'],
  edith: ['desk', 'confidential', 'editors'],
  ada: ['desk', 'confidential', 'editors', 'private'],
}

it(
  'shows no text that is not published to who may not see it, in no answer of any address',
  { timeout: 120_000 },
  async () => {
    const news = await markedNewsroom()
    expect([...news.planted.values()].filter((rows) => rows > 0).length).toBeGreaterThan(70)
    const ask = await listen(news)

    const outside = await visit(ask, [...publicAddresses(news), ...addresses(news, 'get')])
    outside.push(...(await visit(ask, publicAddresses(news), { 'HX-Request-Type': 'partial', 'HX-Request': 'true' })))
    outside.push(...(await walk(ask)))
    for (const path of addresses(news, 'post')) {
      const fields = forms[path.replaceAll(/\/\d+/g, '/:id')]
      outside.push([path, await ask(path, { method: 'POST', form: typeof fields === 'object' ? fields : {} })])
    }
    expect.soft(seen('nobody', outside)).toEqual([])
    expect(outside.length).toBeGreaterThan(500)

    const inside: [string, Answer][] = []
    const leaks: Seen[] = []
    const desk = new Set<string>()
    for (const who of ['rita', 'ben', 'edith', 'ada'] as const) {
      const headers = { cookie: (await news.as(news[who])).cookie }
      const found = await visit(ask, addresses(news, 'get'), headers)
      if (who === 'rita' || who === 'ben') found.push(...(await walk(ask, headers)), ...(await program(news, who, ask)))
      inside.push(...found)
      for (const mark of seen(who, found)) {
        if (!may[who].includes(mark.secrecy)) leaks.push(mark)
        else if (who === 'rita') desk.add(mark.where.split('.')[0] ?? '')
      }
    }
    expect.soft(leaks).toEqual([])
    expect.soft([...desk].filter((table) => !readersSee.includes(table))).toEqual([])
    expect.soft([...outside, ...inside].filter(([, { status }]) => status >= 500).map(([path]) => path)).toEqual([])
  },
)
