import { describe, expect, it } from 'vitest'
import { harbour } from '../evidence/harbour.ts'
import { newsroom } from '../support/newsroom.ts'
import { kindOf, programOf } from './client.ts'

async function desk() {
  const news = await newsroom({ PUBLIC_URL: 'https://stet.example' })
  const { article, claims } = await harbour(news.db, 1)
  const program = await programOf(news, news.cleo)
  return { ...news, ...program, article, claim: claims[0] ?? 0, news }
}

const count = ({ db }: Awaited<ReturnType<typeof desk>>, table: string) =>
  db.writer.sqlite.prepare(`SELECT count(*) FROM ${table}`).pluck().get()

describe('a program', () => {
  it('takes in an article, makes a claim of its words and adds evidence, in the name of its person', async () => {
    const { post, get, as, cleo } = await desk()
    const article = await post('/articles', {
      title: 'Lighthouse dark',
      text: 'The light failed.\nThe light failed again, at nine.',
      published_on: '2025-05',
      outlet: null,
    }).expect(201)
    expect(article.body).toMatchObject({ title: 'Lighthouse dark', language: 'en', sentence_count: 2, claim_count: 0 })
    expect(article.headers.location).toMatch(/^https:\/\/stet\.example\/api\/v1\/articles\/2$/)
    expect((await get('/articles/2').expect(200)).headers.etag).toBe(article.headers.etag)

    const claim = await post('/articles/2/claims', {
      place: { quote: 'The light failed', suffix: ' again' },
      statement: 'The light failed twice.',
      claimant: 'The keeper',
      claimant_role: 'Warden',
      kind: 'event',
      tags: ['light'],
      state: 'candidate',
    }).expect(201)
    expect(claim.body).toMatchObject({ number: '2-1', start: 18, end: 34, state: 'candidate', tags: ['light'] })
    expect(claim.body.claimant).toMatchObject({ name: 'The keeper', role: 'Warden' })

    const evidence = await post(`/claims/${claim.body.id}/evidence`, {
      source: { title: 'Log', url: 'https://log.example/#:~:text=dark%20at%20nine', kind: 'record' },
      stance: 'supports',
    }).expect(201)
    expect(evidence.body).toMatchObject({ passage: 'dark at nine', added_by: 'Cleo', stance: 'supports' })
    expect(evidence.body.source).toMatchObject({ title: 'Log', url: 'https://log.example/', primary: false })
    await post('/claims/1/evidence', { source_id: evidence.body.source.id, stance: 'context', note: 'N' }).expect(201)
    expect((await (await as(cleo)).get('/claims/2').expect(200)).text).toContain('dark at nine')
  })

  it('is told where the words are not to be found, or not to be told apart', async () => {
    const { post } = await desk()
    const claim = { statement: 'S', kind: 'event' }
    const wrong = async (place: object) => {
      const answer = await post('/articles/1/claims', { ...claim, place }).expect(422)
      return [kindOf(answer), answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)]
    }
    expect(await wrong({ quote: 'boats stayed inside' })).toEqual(['invalid', ['/place']])
    expect(await wrong({ quote: 'e' })).toEqual(['invalid', ['/place']])
    expect(await wrong({ text_id: 1, start: 5, end: 5 })).toEqual(['invalid', ['/place']])
    expect(await wrong({ text_id: 99, start: 0, end: 5 })).toEqual(['invalid', ['/place']])
    const same = await post('/articles/1/claims', {
      kind: 'event',
      statement: 'The harbour closed on Monday.',
      place: { quote: 'The harbour closed on Monday.' },
    }).expect(409)
    expect(same.body.existing).toBe('/api/v1/claims/1')
  })

  it('takes nothing in twice by mistake', async () => {
    const { post } = await desk()
    const article = { title: 'A', text: 'One thing.', url: 'https://bell.example/1' }
    await post('/articles', article).expect(201)
    const again = await post('/articles', { ...article, text: 'Another thing.' }).expect(409)
    expect(again.body.existing).toEqual([{ id: 2, page: expect.stringMatching(/\/articles\/2$/), same_text: false }])
    await post('/articles', { ...article, again: true }).expect(201)
  })

  it('gives no verdict, and says why', async () => {
    const room = await desk()
    const answer = await room.post('/claims/1/verdicts', { rating: 1 }).expect(403)
    expect(kindOf(answer)).toBe('people-only')
    expect(answer.body.detail).toContain('given by people')
    expect(count(room, 'verdicts')).toBe(0)
  })
})

describe('the same request sent again', () => {
  const article = { title: 'A', text: 'One thing.' }
  const key = { 'Idempotency-Key': 'k-1' }

  it('does nothing twice, and is answered the same', async () => {
    const room = await desk()
    const send = () => room.post('/articles', article, key)
    const [first, ...others] = await Promise.all([send(), send(), send()])
    for (const answer of [first, ...others]) expect(answer?.status).toBe(201)
    expect(new Set([first, ...others].map((answer) => answer?.text)).size).toBe(1)
    expect([first, ...others].filter((answer) => answer?.headers['idempotent-replayed'] === 'true').length).toBe(2)
    expect(count(room, 'articles')).toBe(2)
  })

  it('with another body or address is refused, and after a day is a new one', async () => {
    const room = await desk()
    await room.post('/articles', article, key).expect(201)
    const other = await room.post('/articles', { ...article, title: 'B' }, key).expect(422)
    expect(kindOf(other)).toBe('key-reused')
    await room.post('/claims/1/evidence', { source_id: 1, stance: 'context', note: 'N' }, key).expect(422)
    await room.post('/articles', article, { 'Idempotency-Key': 'a b' }).expect(400)
    const stranger = await programOf(room.news, room.ben)
    await stranger.post('/articles', { ...article, title: 'C', again: true }, key).expect(201)
    room.clock.advance(24 * 3_600_000 + 1)
    await room.post('/articles', { ...article, again: true, title: 'D' }, key).expect(201)
  })

  it('that failed is no receipt', async () => {
    const room = await desk()
    const evidence = { source_id: 1, stance: 'context', note: 'N' }
    await room.post('/claims/1/evidence', evidence, key).expect(422)
    await room
      .post('/claims/1/evidence', { source: { title: 'T', kind: 'report' }, stance: 'context', note: 'N' })
      .expect(201)
    await room.post('/claims/1/evidence', evidence, key).expect(409)
    expect(count(room, 'api_receipts')).toBe(0)
  })
})

describe('a change', () => {
  it('says what it has read, and loses to whoever was first', async () => {
    const { get, patch } = await desk()
    const read = await get('/claims/1').expect(200)
    const etag = String(read.headers.etag)
    expect(kindOf(await patch('/claims/1', { statement: 'S' }).expect(428))).toBe('precondition-required')
    const saved = await patch(
      '/claims/1',
      { statement: 'S', claimant: 'Ann', claimant_role: 'Mayor' },
      { 'If-Match': etag },
    )
    expect(saved.status).toBe(200)
    expect(saved.body).toMatchObject({ statement: 'S', claimant: { name: 'Ann', role: 'Mayor' }, kind: 'event' })
    const late = await patch('/claims/1', { statement: 'T' }, { 'If-Match': etag }).expect(412)
    expect([kindOf(late), late.body.etag]).toEqual(['changed', saved.headers.etag])
    const newest = String(saved.headers.etag)
    const others = await patch('/claims/1', { claimant: 'Bob', due_on: null }, { 'If-Match': newest }).expect(200)
    expect(others.body).toMatchObject({ statement: 'S', claimant: { name: 'Bob', role: null } })
    await get('/claims/1', { 'If-None-Match': String(others.headers.etag) }).expect(304)
    await get('/claims/1', { 'If-None-Match': newest }).expect(200)
  })

  it('of one thing leaves everything else about a claim as it was, also what its person may not change', async () => {
    const { get, patch, news, edith } = await desk()
    const editors = await programOf(news, edith)
    const known = {
      claimant: 'Ann',
      claimant_role: 'Mayor',
      reported_by: 'The Bell',
      claimed_on: '2025-05',
      claimed_place: 'Port Ellery',
      tags: ['harbour'],
      priority: 3,
      assignee_id: news.ben.id,
      due_on: '2025-06-01',
    }
    const full = await editors.patch('/claims/1', known, { 'If-Match': '*' }).expect(200)
    const named = ({ body }: { body: Record<string, unknown> }) => ({ ...body, changed_at: null })
    for (const one of [{}, { kind: 'quote' }, { statement: 'S' }, { due_on: null }]) {
      const before = await get('/claims/1').expect(200)
      const after = await patch('/claims/1', one, { 'If-Match': String(before.headers.etag) }).expect(200)
      expect(named(after)).toEqual({ ...named(before), ...one })
    }
    expect(full.body).toMatchObject({ claimant: { name: 'Ann', role: 'Mayor' }, assignee: { name: 'Ben' } })
  })

  it('sent again with its key is answered, though its If-Match is old by then', async () => {
    const { get, patch } = await desk()
    const headers = { 'If-Match': String((await get('/claims/1')).headers.etag), 'Idempotency-Key': 'k' }
    const first = await patch('/claims/1', { statement: 'S' }, headers).expect(200)
    const again = await patch('/claims/1', { statement: 'S' }, headers).expect(200)
    expect(again.text).toBe(first.text)
  })

  it('of evidence keeps what it does not name, and nothing of what it may not', async () => {
    const { get, post, patch } = await desk()
    const source = { title: 'T', kind: 'report' }
    await post('/claims/1/evidence', { source, stance: 'context', note: 'N', locator: 'p. 1' }).expect(201)
    const etag = async () => ({ 'If-Match': String((await get('/evidence/1')).headers.etag) })
    const saved = await patch('/evidence/1', { stance: 'refutes', locator: null }, await etag()).expect(200)
    expect(saved.body).toMatchObject({ stance: 'refutes', note: 'N', locator: null, claim_id: 1 })
    const empty = await patch('/evidence/1', { note: null }, await etag()).expect(422)
    expect(empty.body.errors).toEqual([{ pointer: '/passage', detail: expect.stringContaining('Quote a passage') }])
    for (const field of ['claim_id', 'source_id', 'id', 'added_by', 'version', 'withdrawnAt'])
      await patch('/evidence/1', { [field]: 1 }, await etag()).expect(422)
  })

  it('of an article keeps what it does not name, and its text whatever is sent', async () => {
    const { get, patch, as, cleo, db } = await desk()
    const before = (await get('/articles/1').expect(200)).body
    const etag = async () => ({ 'If-Match': String((await get('/articles/1')).headers.etag) })
    const first = await etag()
    const change = { byline: 'Ann Lee', published_on: '2025-05', language: 'en-gb', independent: true }
    const saved = await patch('/articles/1', change, first).expect(200)
    expect(saved.body).toEqual({ ...before, ...change, language: 'en-GB' })
    await patch('/articles/1', { title: 'T' }, first).expect(412)
    const others = await patch('/articles/1', { title: 'T', outlet: null, independent: false }, await etag()).expect(
      200,
    )
    expect(others.body).toEqual({ ...saved.body, title: 'T', outlet: null, independent: false })
    const wrong = {
      title: null,
      language: 'klingon?',
      scale: 'none-such',
      published_on: '2025-13',
      text: 'T',
      kind: 'poem',
    }
    for (const [field, value] of Object.entries(wrong)) {
      const answer = await patch('/articles/1', { [field]: value }, await etag()).expect(422)
      expect(answer.body.errors).toEqual([{ pointer: `/${field}`, detail: expect.any(String) }])
    }
    expect((await (await as(cleo)).get('/articles/1/edit')).text).toContain('value="2025-05"')
    const events = db.writer.sqlite.prepare(`SELECT json_extract(body, '$.token') FROM events WHERE type = ?`).pluck()
    expect(events.all('article.edited')).toEqual([1, 1])
  })
})

describe('evidence that is withdrawn', () => {
  it('needs a reason and what was read, counts no more, and is told with who did it and why', async () => {
    const { get, post, patch, as, cleo } = await desk()
    await post('/claims/1/evidence', { source: { title: 'T', kind: 'report' }, stance: 'context', note: 'N' }).expect(
      201,
    )
    const etag = async () => ({ 'If-Match': String((await get('/evidence/1')).headers.etag) })
    const read = await etag()
    const withdraw = (reason: string, headers = {}) => post('/evidence/1/withdrawal', { reason }, headers)
    expect(kindOf(await withdraw('R').expect(428))).toBe('precondition-required')
    const silent = await withdraw(' ', read).expect(422)
    expect(silent.body.errors).toEqual([{ pointer: '/reason', detail: expect.stringContaining('Say why') }])
    await patch('/evidence/1', { note: 'M' }, read).expect(200)
    expect(kindOf(await withdraw('R', read).expect(412))).toBe('changed')
    const newest = { ...(await etag()), 'Idempotency-Key': 'k' }
    const done = await withdraw('Of another year.', newest).expect(200)
    expect(done.body.withdrawn).toMatchObject({ by: 'Cleo', reason: 'Of another year.' })
    expect((await withdraw('Of another year.', newest).expect(200)).headers['idempotent-replayed']).toBe('true')
    expect((await get('/claims/1')).body.evidence_count).toBe(0)
    expect(kindOf(await withdraw('Again.', await etag()).expect(409))).toBe('conflict')
    expect((await (await as(cleo)).get('/claims/1')).text).toContain('Of another year.')
  })
})
