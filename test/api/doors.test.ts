import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { operations } from '../../server/api/operations.ts'
import { scopes } from '../../server/tokens/words.ts'
import { harbour } from '../evidence/harbour.ts'
import { newsroom } from '../support/newsroom.ts'
import { kindOf, programOf } from './client.ts'

const written = (news: Awaited<ReturnType<typeof newsroom>>) =>
  news.db.writer.sqlite.prepare('SELECT total_changes()').pluck().get()

describe('every operation', () => {
  it('is closed to strangers, to other scopes and to roles that may not, and nothing is written', async () => {
    const news = await newsroom()
    await harbour(news.db, 1)
    const programs = await Promise.all(scopes.map((scope) => programOf(news, news.ada, [scope])))
    const reader = await programOf(news, news.rita)
    const before = written(news)
    const told: string[] = []
    const all = operations.map((one) => ({ action: undefined, ...one }))
    for (const [turn, { method, path, scope, action, example }] of all.entries()) {
      const address = path.replace('{id}', '1')
      const ask = (token: string) =>
        request(news.app)
          [method](`/api/v1${address}`)
          .set('Authorization', token)
          .set('If-Match', '*')
          .send(method === 'get' ? undefined : example?.body)
      const stranger = turn % 2 === 0 ? '' : `Bearer stet_${'x'.repeat(43)}`
      const kinds: [string, string][] = [['unauthorized', kindOf(await ask(stranger))]]
      for (const [index, { token }] of programs.entries())
        if (scope !== null && scopes[index] !== scope)
          kinds.push(['out-of-scope', kindOf(await ask(`Bearer ${token}`))])
      if (action) kinds.push(['not-allowed', kindOf(await ask(`Bearer ${reader.token}`))])
      for (const [wanted, kind] of kinds) if (kind !== wanted) told.push(`${method} ${path}: ${kind}, not ${wanted}`)
    }
    expect(told).toEqual([])
    expect(written(news)).toBe(before)
  })

  it('that writes is open to the roles that may, and to no other', async () => {
    const news = await newsroom()
    const people = [news.rita, news.cleo, news.edith, news.ada]
    const programs = await Promise.all(people.map((person) => programOf(news, person)))
    const before = written(news)
    const told = new Map<string, string[]>()
    for (const { id, path, method, ...operation } of operations) {
      if (!('body' in operation)) continue
      const address = path.replace('{id}', '1')
      const answers = await Promise.all(programs.map(({ ask }) => ask(method, address).send({ unfit: 1 })))
      told.set(id, answers.map(kindOf))
    }
    expect([...told.keys()]).toContain('withdrawEvidence')
    for (const [id, kinds] of told) expect([id, ...kinds]).toEqual([id, 'not-allowed', 'invalid', 'invalid', 'invalid'])
    expect(written(news)).toBe(before)
  })

  it('is refused to a page of another site, whatever token it has got hold of', async () => {
    const news = await newsroom()
    const { post, ask } = await programOf(news, news.cleo)
    const article = { title: 'A', text: 'One.' }
    await post('/articles', article, { 'Sec-Fetch-Site': 'cross-site' }).expect(403)
    await post('/articles', article, { Origin: 'https://evil.example' }).expect(403)
    const preflight = await ask('options', '/articles', { Origin: 'https://evil.example' }).expect(403)
    expect(Object.keys(preflight.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    expect(kindOf(await ask('options', '/articles'))).toBe('method-not-allowed')
  })
})

describe('what is asked for wrongly', () => {
  it('is told as a problem, wherever it goes wrong', async () => {
    const news = await newsroom({ PUBLIC_URL: 'https://stet.example' })
    const { ask, get } = await programOf(news, news.cleo)
    const json = { 'Content-Type': 'application/json' }
    const wrong: [number, request.Test][] = [
      [404, get('/nothing')],
      [404, get('/claims/0')],
      [404, get('/claims/1e3')],
      [404, get('/claims/999')],
      [404, ask('get', '')],
      [404, get('/../v2/claims')],
      [400, get('/claims?colour=red')],
      [400, get('/claims?state=open&state=decided')],
      [400, get('/claims?cursor=abc')],
      [400, get('/claims?state=nowhere')],
      [400, get('/articles?kind=poem')],
      [400, get('/search')],
      [400, get('/claims/%E0%A4%A')],
      [405, ask('put', '/claims/1')],
      [405, ask('delete', '/articles/1')],
      [405, ask('post', '/claims')],
      [415, ask('post', '/articles').type('form').send({ title: 'A' })],
      [415, ask('post', '/articles', { ...json, 'Content-Encoding': 'gzip' }).send('{}')],
      [415, ask('post', '/articles', { 'Content-Type': 'application/json; charset=latin1' }).send('{}')],
      [413, ask('post', '/articles', json).send(JSON.stringify({ title: 'A', text: 'x'.repeat(2_000_001) }))],
      [421, get('/claims', { Host: 'evil.example' })],
    ]
    for (const [status, asked] of wrong) {
      const answer = await asked
      expect([asked.url, answer.status, answer.type]).toEqual([asked.url, status, 'application/problem+json'])
      expect(answer.body).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) })
      expect(answer.body.type).toMatch(/^https:\/\/stet\.example\/api#[\w-]+$/)
      expect(answer.headers['cache-control']).toBe('no-store')
    }
    expect((await ask('put', '/claims/1')).headers.allow).toBe('GET, HEAD, PATCH')
    expect((await request(news.app).post('/api')).type).toBe('application/problem+json')
  })

  it('by a body is told before anything else happens', async () => {
    const news = await newsroom()
    const { ask } = await programOf(news, news.cleo)
    const send = async (body: string | Buffer) =>
      (
        await ask('post', '/articles', { 'Content-Type': 'application/json' })
          .serialize((raw) => raw)
          .send(body)
      ).status
    const malformed = [
      '',
      '{',
      '[]',
      'null',
      '"a"',
      '1',
      '{"title":"A",}',
      "{'title':'A'}",
      '{"title":"A"} {}',
      '{"title":NaN}',
      '{"title":"\t"}',
      '{"title":"\\x41"}',
      '{"title":0x1}',
      '{"title":01}',
      '{title:"A"}',
      '/* c */{}',
      '\u{FEFF}{}',
      '{"title":"A","title":"B","text":"T"}',
      '{"title":"A","text":"T","\\u0074itle":"B"}',
      '['.repeat(100_000),
      `{"title":${'['.repeat(100_000)}${']'.repeat(100_000)},"title":1}`,
      Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
    ]
    for (const body of malformed) expect([body.slice(0, 40), await send(body)]).toEqual([body.slice(0, 40), 400])
    const unfit = [
      '{}',
      '{"title":1,"text":"T"}',
      '{"title":["A"],"text":"T"}',
      '{"title":"A","text":"T","id":7}',
      '{"title":"A","text":"T","createdAt":"2020-01-01"}',
      '{"title":"A","text":"T","addedById":1}',
      '{"title":"A","text":"T","__proto__":{"again":true}}',
      '{"title":"A","text":"T","constructor":1}',
      '{"title":"A","text":"T","signed_off_at":null}',
      '{"title":"A","text":"T","again":"yes"}',
      '{"title":"\\u0000","text":"T"}',
      '{"title":"\\ud800","text":"T"}',
      '{"title":"\\u200b","text":"T"}',
      '{"title":"A\\nB","text":"T"}',
      '{"title":"A","text":"T","url":"javascript:alert(1)"}',
      '{"title":"A","text":"T","published_on":"2025-02-30"}',
      '{"title":"A","text":"T","language":"klingon?"}',
      '{"title":"A","text":"T","scale":"none-such"}',
      `{"title":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)},"text":"T"}`,
    ]
    for (const body of unfit) expect([body.slice(0, 60), await send(body)]).toEqual([body.slice(0, 60), 422])
    expect(news.db.writer.sqlite.prepare('SELECT count(*) FROM articles').pluck().get()).toBe(0)
  })

  it('says where, and takes none of what is not listed', async () => {
    const news = await newsroom()
    await harbour(news.db, 1)
    const { post } = await programOf(news, news.cleo)
    const claim = { place: { quote: 'Twelve boats' }, statement: 'S', kind: 'event' }
    const wrong = async (path: string, body: object) => {
      const answer = await post(path, body).expect(422)
      return answer.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()
    }
    const more = { state: 'decided', id: 7, number: 1, rating: {}, added_by: 1, priority: 9 }
    expect(await wrong('/articles/1/claims', { ...claim, ...more })).toEqual(
      ['/added_by', '/id', '/number', '/priority', '/rating', '/state'].sort(),
    )
    expect(await wrong('/articles/1/claims', { ...claim, claimant_role: 'Mayor' })).toEqual(['/claimant'])
    expect(await wrong('/articles/1/claims', { ...claim, claimed_on: '2025-13' })).toEqual(['/claimed_on'])
    const source = { title: 'T', kind: 'report', url: 'ftp://x.example', doi: 'no' }
    expect(await wrong('/claims/1/evidence', { source, stance: 'context', note: 'N' })).toEqual([
      '/source/doi',
      '/source/url',
    ])
  })

  it('without our fault or by it leaks nothing, and has its number in the log', async () => {
    const news = await newsroom()
    const { get } = await programOf(news, news.cleo)
    const logged: unknown[] = []
    news.world.log.error = (told: unknown) => void logged.push(told)
    await get('/me').expect(200)
    news.db.reader.select = () => {
      throw new Error('no such column outlet in server/articles/list-store.ts')
    }
    const answer = await get('/articles').expect(500)
    expect(kindOf(answer)).toBe('unforeseen')
    expect(answer.text).not.toMatch(/SQL|outlet|server\/|\.ts/i)
    expect(logged).toEqual([expect.objectContaining({ id: answer.body.id })])
  })

  it('too often is put off, and every answer says how much is left', async () => {
    const news = await newsroom()
    const { get } = await programOf(news, news.cleo)
    const other = await programOf(news, news.cleo)
    const first = await get('/search?q=a').expect(200)
    expect(first.headers['ratelimit-policy']).toBe('"token";q=600;w=60')
    expect(first.headers.ratelimit).toBe('"token";r=595;t=60')
    await Promise.all(Array.from({ length: 119 }, () => get('/search?q=a')))
    const late = await get('/me').expect(429)
    expect([kindOf(late), Number(late.headers['retry-after']) > 0]).toEqual(['too-many', true])
    await other.get('/me').expect(200)
  })
})
