import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { sources } from '../../db/schema/index.ts'
import { unguard } from '../../server/exports/csv.ts'
import { eventsOf } from '../../server/history/store.ts'
import { someClaims } from '../claims/list-claims.ts'
import { aSnapshot } from '../snapshots/copies.ts'
import { newsroom } from '../support/newsroom.ts'
import { aNewsroom, rowsOf } from './a-newsroom.ts'

const claimHeader =
  'claim_id,claim_number,claim_url,article_id,article_title,article_url,article_published_on,outlet,statement,quote,quote_start,quote_end,claimant,claimant_role,reported_by,claimed_on,claim_kind,tags,state,rating,rating_value,rating_scale,rationale,decision_basis,evidence_count,supports_count,refutes_count,context_count,source_urls,checker,reviewer,decided_at,published_at,correction_count,last_correction_at,corrected_from,language,exported_at,schema_version,adjudicator,difference,override_reason,decision_number,article_version,quote_standing,independent_sources,imported_rating,imported_url'
const evidenceHeader =
  'evidence_id,claim_id,source_id,source_title,publisher,url,archived_url,accessed_at,stance,source_kind,primary,passage,locator,passage_found,sha256,added_by,added_at,passage_url'

it('holds a claim with its decision and what may be known of its evidence', async () => {
  const { as, cleo, decided } = await aNewsroom()
  const answer = await (await as(cleo)).get('/claims.csv').expect(200)
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(answer.headers['content-disposition']).toBe('attachment; filename="stet-claims-2025-05-12.csv"')
  expect(answer.text.split('\r\n')[0]).toBe(`\uFEFF${claimHeader}`)
  const row = rowsOf(answer.text).find(({ claim_id }) => claim_id === String(decided))
  expect(row).toMatchObject({
    claim_number: '1-1',
    claim_url: `https://stet.example/claims/${decided}`,
    article_id: '1',
    article_url: 'https://stet.example/articles/1',
    article_published_on: '2025-04',
    outlet: 'The Bell',
    statement: '\'-5 % sand, "less" each month;\nso they say.',
    quote: 'the silting has been slowing',
    claimant: 'Ann',
    claimant_role: 'Harbour master',
    reported_by: 'The Bell',
    claimed_on: '2025-04',
    tags: 'Sand | silt',
    state: 'decided',
    rating: 'mostly-false',
    rating_value: '2',
    rating_scale: 'five-step',
    rationale: 'The log says otherwise.',
    decision_basis: 'agreed',
    checker: 'Cleo',
    reviewer: 'Ben',
    evidence_count: '2',
    supports_count: '2',
    refutes_count: '0',
    context_count: '0',
    source_urls: 'https://log.example/1 | https://log.example/2',
    decided_at: '2025-05-12T09:00:00.000Z',
    published_at: '',
    correction_count: '0',
    language: 'en',
    exported_at: '2025-05-12T09:00:00.000Z',
    claim_kind: 'event',
    schema_version: '1',
  })
})

it('leaves empty what is not set', async () => {
  const { as, cleo, bare } = await aNewsroom()
  const [row] = rowsOf((await (await as(cleo)).get('/claims.csv?kind=numerical&variant=raw')).text)
  expect(row).toMatchObject({ claim_id: String(bare), statement: '=1+1', evidence_count: '0' })
  for (const name of [
    'claimant',
    'claimant_role',
    'claimed_on',
    'tags',
    'rating',
    'rating_value',
    'decided_at',
    'source_urls',
  ])
    expect([name, row?.[name]]).toEqual([name, ''])
})

it('holds evidence row by row, without what is confidential or withdrawn', async () => {
  const { as, ada, decided } = await aNewsroom()
  const browser = await as(ada)
  const answer = await browser.get('/articles/1/evidence.csv').expect(200)
  expect(answer.text.split('\r\n')[0]).toBe(`\uFEFF${evidenceHeader}`)
  expect(answer.headers['content-disposition']).toContain('stet-article-1-evidence-2025-05-12.csv')
  const rows = rowsOf(answer.text)
  expect(rows.map((row) => row['source_title'])).toEqual(['The log', "'@handle"])
  expect(rows[0]).toMatchObject({
    claim_id: String(decided),
    url: 'https://log.example/1',
    stance: 'supports',
    source_kind: 'record',
    primary: 'true',
    passage: 'Closed on Monday.',
    accessed_at: '',
    passage_found: '',
    sha256: '',
    added_by: 'Cleo',
  })
  for (const path of ['/claims.csv', '/evidence.csv', '/claims.json', '/evidence.json'])
    expect((await browser.get(path)).text).not.toMatch(/secret\.example|mistake\.example|The letter|The mistake/)
})

it('says of each source when its newest copy was taken, and its hash', async () => {
  const { db, as, ada, clock } = await aNewsroom()
  const [log] = await db.reader.select({ id: sources.id }).from(sources).where(eq(sources.title, 'The log'))
  await aSnapshot(db, log?.id ?? 0, 'Closed on Sunday.')
  await aSnapshot(db, log?.id ?? 0, 'Closed on Monday.')
  const browser = await as(ada)
  const [first, second] = rowsOf((await browser.get('/articles/1/evidence.csv').expect(200)).text)
  const sha256 = createHash('sha256').update('Closed on Monday.').digest('hex')
  expect(first).toMatchObject({ accessed_at: clock.now().toISOString(), sha256 })
  expect(second).toMatchObject({ accessed_at: '', sha256: '' })
})

it('is the same in every variant once it is read', async () => {
  const { as, cleo } = await aNewsroom()
  const browser = await as(cleo)
  const raw = (await browser.get('/claims.csv?variant=raw').expect(200)).text
  expect(raw.startsWith('claim_id,')).toBe(true)
  const wanted = rowsOf(raw)
  for (const [delimiter, character] of [
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
  ] as const) {
    const guarded = (await browser.get(`/claims.csv?delimiter=${delimiter}`)).text
    expect(guarded).not.toContain('sep=')
    const back = rowsOf(guarded, character).map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, unguard(cell)])),
    )
    expect(back).toEqual(wanted)
  }
})

it('is byte for byte the same for the same data', async () => {
  const { as, cleo } = await aNewsroom()
  const browser = await as(cleo)
  for (const path of ['/claims.csv', '/evidence.csv?variant=raw', '/articles/1/claims.csv'])
    expect((await browser.get(path)).text).toBe((await browser.get(path)).text)
})

it('holds the whole filtered list, in its order, as the pages of JSON do', async () => {
  const news = await newsroom({ PUBLIC_URL: 'https://stet.example' })
  const ids = await someClaims(news, 620, (index) => ({
    kind: index % 10 ? 'event' : 'quote',
    priority: index % 2 ? 1 : 3,
  }))
  const browser = await news.as(news.cleo)
  const csv = rowsOf((await browser.get('/claims.csv?kind=event&sort=priority&after=3_9')).text)
  const order = ids
    .filter((_, index) => index % 10)
    .sort((one, other) => (other % 2 === 0 ? 1 : 0) - (one % 2 === 0 ? 1 : 0) || one - other)
  expect(csv.map((row) => Number(row['claim_id']))).toEqual(order)
  const json: Record<string, string | number | string[] | null>[] = []
  for (let path: string | null = '/claims.json?kind=event&sort=priority'; path;) {
    const { body }: { body: { claims: Record<string, string | number | string[] | null>[]; next: string | null } } =
      await browser.get(path).expect(200)
    json.push(...body.claims)
    path = body.next
  }
  const cell = (value: string | number | string[] | null) =>
    Array.isArray(value) ? value.join(' | ') : String(value ?? '')
  expect(
    json.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, cell(value)]))),
  ).toEqual(csv)
})

it('gives evidence and claims of an article as JSON with the same values', async () => {
  const { as, rita, decided } = await aNewsroom()
  const browser = await as(rita)
  const claims = (await browser.get('/articles/1/claims.json').expect(200)).body
  expect(claims).toMatchObject({ claim_count: 2, claim_count_is_lower_bound: false, next: null, schema_version: 1 })
  expect(claims.claims[0]).toMatchObject({
    claim_id: decided,
    tags: ['Sand', 'silt'],
    rating_value: 2,
    claimed_on: '2025-04',
  })
  const { evidence } = (await browser.get('/articles/1/evidence.json').expect(200)).body
  expect(evidence[0]).toMatchObject({ claim_id: decided, primary: true, sha256: null })
})

it('refuses what it does not understand rather than export more than was asked for', async () => {
  const { as, cleo } = await aNewsroom()
  const browser = await as(cleo)
  for (const path of [
    '/claims.csv?state=done',
    '/claims.csv?colour=red',
    '/evidence.csv?claimant=99',
    '/claims.csv?variant=xls',
    '/claims.csv?variant=workbook',
    '/claims.xlsx?variant=raw',
    '/verdicts.xlsx?delimiter=tab',
  ])
    expect([path, (await browser.get(path)).status]).toEqual([path, 400])
  for (const path of ['/claims.json?rating=x', '/claims.json?after=x', '/articles/1/claims.csv?article=2'])
    expect([path, (await browser.get(path)).status]).toEqual([path, 400])
  await browser.get('/articles/9/claims.csv').expect(404)
})

it('is written down by the button, which leads to the file', async () => {
  const { as, db, rita } = await aNewsroom()
  const browser = await as(rita)
  const page = (await browser.get('/claims?state=decided')).text
  expect(page).toContain('name="filter" value="state=decided"')
  const chosen = { file: 'claims', filter: 'state=decided&article=1', variant: 'raw', delimiter: 'tab' }
  const answer = await browser.post('/exports', chosen).expect(303)
  expect(answer.headers.location).toBe('/claims.csv?state=decided&article=1&variant=raw&delimiter=tab')
  const [event] = await eventsOf(db.reader, { viewer: 0, article: 1 }, { limit: 1 })
  expect(JSON.parse(String(event?.body))).toMatchObject({
    type: 'claims.exported',
    actor: rita.id,
    article: 1,
    data: { file: 'claims', variant: 'raw', filter: 'state=decided&article=1' },
  })
  const before = db.writer.sqlite.pragma('data_version', { simple: true })
  await browser.get(answer.headers.location ?? '').expect(200)
  expect(db.writer.sqlite.pragma('data_version', { simple: true })).toBe(before)
})

it('shows the form again when it cannot be done as asked', async () => {
  const { as, cleo } = await aNewsroom()
  const browser = await as(cleo)
  expect((await browser.post('/exports', { file: 'claims', filter: 'state=done' }).expect(422)).text).toContain(
    'Nothing was exported',
  )
  expect((await browser.post('/exports', { file: 'people' }).expect(422)).text).toContain('Choose what is to be in')
})
