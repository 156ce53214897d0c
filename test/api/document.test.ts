import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { openApi } from '../../server/api/openapi.ts'
import { operations } from '../../server/api/operations.ts'
import { demoNewsroom } from '../support/demo.ts'
import { type Newsroom, newsroom } from '../support/newsroom.ts'
import { type Program, programOf } from './client.ts'

type Layer = { route?: { path: string; methods: Record<string, boolean> }; handle: { stack?: Layer[] } }
type Schema = Record<string, unknown>
type Documented = { responses: Record<string, { content?: Record<string, { schema: Schema }> }> }
type Document = { paths: Record<string, Record<string, Documented>>; components: unknown }

const document = openApi('https://stet.example') as Document
const documented = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => `${method} ${path}`),
)

/** What the application itself answers below /api/v1. */
function served({ app }: Pick<Newsroom, 'app'>): string[] {
  const of = (stack: Layer[]): string[] =>
    stack.flatMap(({ route, handle }) => {
      if (!route) return of(handle.stack ?? [])
      const path = [route.path].flat()[0] ?? ''
      if (!path.startsWith('/api/v1/') || '_all' in route.methods) return []
      return Object.keys(route.methods).map((method) => `${method} ${path.slice(7).replace(':id', '{id}')}`)
    })
  // The layers of a router are not in its types.
  return of((app as unknown as { router: { stack: Layer[] } }).router.stack)
}

const ajv = new Ajv2020({ strict: false, validateFormats: false })
ajv.addSchema({ $id: 'stet', ...document })

/** What is wrong with an answer, by the schema that the document has for it. */
function wrongWith(path: string, status: number, answer: unknown): unknown {
  const at = `/paths/${path.replaceAll('/', '~1').replaceAll(/[{}]/g, encodeURIComponent)}/get/responses/${status}`
  const validate = ajv.getSchema(`stet#${at}/content/application~1json/schema`)
  if (!validate) return `no schema at ${at}`
  return validate(answer) ? undefined : validate.errors
}

/** Every item of a list, page by page. */
async function everything({ get }: Program, path: string) {
  const items: { id: number }[] = []
  for (let next: string | null = path; next;) {
    const { body }: { body: { items: { id: number }[]; next: string | null } } = await get(next).expect(200)
    items.push(...body.items)
    next = body.next && body.next.slice('/api/v1'.length)
  }
  return items
}

async function tryEveryReading(program: Program): Promise<void> {
  for (const { path, method, example, ...operation } of operations) {
    if (method !== 'get' || !('read' in operation)) continue
    let found = 0
    for (const id of path.includes('{id}') ? [1, 2, 3, 5, 8] : [0]) {
      const address = path.replace('{id}', String(id)) + (example?.query ?? '')
      const answer = await program.get(address)
      if (answer.status === 404) continue
      found += 1
      expect([address, wrongWith(path, answer.status, answer.body)]).toEqual([address, undefined])
    }
    expect([path, found]).not.toEqual([path, 0])
  }
}

async function walkEveryList(news: Newsroom): Promise<void> {
  const program = await programOf(news, news.cleo)
  const { body: text } = await program.get('/articles/1/text').expect(200)
  for (const { start, end } of text.sentences.slice(0, 5)) {
    const place = { text_id: text.text_id, start, end }
    await program.post('/articles/1/claims', { place, statement: `From ${start}`, kind: 'event' }).expect(201)
  }
  const ids = (table: string) => news.db.writer.sqlite.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all()
  const listed = async (path: string) => (await everything(program, path)).map(({ id }) => id).sort((a, b) => a - b)
  expect(ids('claims').length).toBeGreaterThan(50)
  expect(await listed('/claims?state=all')).toEqual(ids('claims'))
  expect(await listed('/claims?state=all&sort=-claimant')).toEqual(ids('claims'))
  expect(await listed('/articles')).toEqual(ids('articles'))
  expect(await listed('/decisions')).toEqual(ids('decisions'))
}

describe('the document', () => {
  it('has every address that is served, and every address that it has is served', async () => {
    const news = await newsroom()
    const all = served(news).filter((one) => one !== 'get /openapi.json')
    expect(all.length).toBeGreaterThan(15)
    expect(all.sort()).toEqual([...documented].sort())
    const answer = await news.visitor.get('/api/v1/openapi.json').expect(200)
    expect(Object.keys(answer.body.paths)).toEqual(Object.keys(document.paths))
    expect(answer.body.openapi).toBe('3.1.0')
  })

  it('says what every answer looks like, for a reader and for a checker', { timeout: 60_000 }, async () => {
    const news = await demoNewsroom()
    for (const person of [news.rita, news.cleo]) await tryEveryReading(await programOf(news, person))
    await walkEveryList(news)
  })

  it('shows examples that the schemas accept', () => {
    for (const { id, example, ...operation } of operations) {
      if (!('body' in operation)) continue
      expect([id, operation.body.safeParse(example?.body).error?.issues]).toEqual([id, undefined])
    }
  })
})

describe('a search', () => {
  it('goes on after what it told, though ranks have moved and the last one told is gone', async () => {
    const news = await newsroom()
    const { get, post, patch } = await programOf(news, news.cleo)
    const add = (title: string, n: number) =>
      post('/articles', { title, text: `Boat ${n} ${'and sails '.repeat(n % 11)}.` })
    for (let n = 1; n <= 27; n++) await add(`Harbour ${n} ${'note '.repeat(n % 7)}`, n).expect(201)
    const first = '/search?q=harbour&kind=articles'
    const page = async (address: string) => {
      const { groups, next } = (await get(address).expect(200)).body
      const ids: number[] = groups[0].items.map(({ id }: { id: number }) => id)
      return { ids, next: String(next).replace('/api/v1', '') }
    }
    const quiet = [await page(first)]
    while (quiet.at(-1)?.next !== 'null') quiet.push(await page(quiet.at(-1)?.next ?? ''))
    const all = quiet.flatMap(({ ids }) => ids)
    expect([quiet.map(({ ids }) => ids.length), new Set(all).size]).toEqual([[20, 7], 27])
    for (let n = 1; n <= 3; n++) await add(`Harbour harbour harbour ${n}`, 50 + n).expect(201)
    await patch(`/articles/${all[19]}`, { title: 'Lighthouse' }, { 'If-Match': '*' }).expect(200)
    expect((await page(quiet[0]?.next ?? '')).ids).toEqual(all.slice(20))
    const wrong = Buffer.from('["search articles","2"]').toString('base64url')
    await get(`${first}&cursor=${wrong}`).expect(400)
  })
})

describe('the page for people', () => {
  it('explains every operation and every problem that there is, to anybody', async () => {
    const { visitor } = await newsroom()
    const page = (await visitor.get('/api').expect(200)).text
    for (const { id } of operations) expect(page).toContain(`id="op-${id}"`)
    for (const [, kind] of page.matchAll(/href="#([\w-]+)"/g)) expect(page).toContain(`id="${kind}"`)
    for (const name of ['Article', 'Claim', 'Evidence', 'Decision', 'Message'])
      expect(page).toContain(`id="shape-${name}"`)
    expect(page).toContain('articles:write')
    expect(page).toMatch(/<code>place\.quote<\/code>/)
  })
})
