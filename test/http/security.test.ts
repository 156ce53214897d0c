import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { newsroom } from '../support/newsroom.ts'

const everywhere = ['/', '/sign-in', '/nowhere', '/claims/999999', '/assets/none.css']

describe('every answer', () => {
  it.each(everywhere)('carries the same strict headers (%s)', async (path) => {
    const { as, cleo } = await newsroom()
    const { headers } = await (await as(cleo)).get(path)
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|https?:/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(headers['x-powered-by']).toBeUndefined()
  })

  it('is kept by no cache, unless it is a file of the tool itself', async () => {
    const { as, cleo } = await newsroom()
    const browser = await as(cleo)
    const page = await browser.get('/claims')
    expect(page.headers['cache-control']).toBe('no-store')
    const sheet = /href="(\/assets\/[^"]+\.css)"/.exec(page.text)?.[1] ?? ''
    const answer = await browser.get(sheet)
    expect(answer.status).toBe(200)
    expect(answer.headers['cache-control']).toContain('immutable')
  })

  it('tells browsers to stay with https once the address is https', async () => {
    const plain = await newsroom()
    expect((await plain.visitor.get('/sign-in')).headers['strict-transport-security']).toBeUndefined()
    const safe = await newsroom({ PUBLIC_URL: 'https://stet.example.org' })
    const answer = await safe.visitor.get('/sign-in').set('Host', 'stet.example.org')
    expect(answer.headers['strict-transport-security']).toContain('max-age=31536000')
  })
})

it('says what the last action left in the cookie, and leads on within this server only', async () => {
  const { app, as, cleo } = await newsroom()
  const { cookie } = await as(cleo)
  const told = async (notice: string) => {
    const { text } = await request(app)
      .get('/claims')
      .set('Cookie', `${cookie}; notice=${encodeURIComponent(notice)}`)
    return /id="notice"[^>]*>(.*)<\/div>/.exec(text)?.[1]
  }
  expect(await told('Saved.\n/claims/2\nThe <next>')).toBe(
    '<p class="message notice">Saved. <a href="/claims/2">The &lt;next&gt;</a></p>',
  )
  for (const away of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)'])
    expect(await told(`Saved.\n${away}\nHere`)).toBe('<p class="message notice">Saved.</p>')
})

describe('a form sent from another site', () => {
  const cases: [string, Record<string, string>, boolean][] = [
    ['the same origin', { 'Sec-Fetch-Site': 'same-origin' }, true],
    ['the address bar', { 'Sec-Fetch-Site': 'none' }, true],
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }, false],
    ['a sibling host', { 'Sec-Fetch-Site': 'same-site' }, false],
    [
      'another site, although Origin looks right',
      { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://127.0.0.1' },
      false,
    ],
    ['an old browser, another site', { Origin: 'https://evil.example' }, false],
    ['an old browser, a page without origin', { Origin: 'null' }, false],
    ['a program without a browser', {}, true],
  ]
  it.each(cases)('%s', async (_name, headers, taken) => {
    const { app } = await newsroom()
    const answer = await request(app).post('/sign-in').set(headers).type('form').send({})
    expect(answer.status === 403).toBe(!taken)
  })

  it('from our own origin is taken', async () => {
    const { app } = await newsroom()
    const answer = await request(app)
      .post('/sign-in')
      .set({ Host: 'stet.test', Origin: 'http://stet.test' })
      .type('form')
      .send({})
    expect(answer.status).not.toBe(403)
  })
})

it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])('does not answer %s', async (method) => {
  const { app } = await newsroom()
  const agent: Record<string, (path: string) => request.Test> = request(app) as never
  const send = agent[method.toLowerCase()]
  if (!send) return
  const answer = await send('/claims')
  expect(answer.status).toBe(405)
  expect(answer.headers.allow).toBe('GET, HEAD, POST')
})

it('answers only the host it is known by, once that is set', async () => {
  const { app } = await newsroom({ PUBLIC_URL: 'https://stet.example.org' })
  expect((await request(app).get('/sign-in').set('Host', 'evil.example')).status).toBe(421)
  expect((await request(app).get('/sign-in').set('Host', 'stet.example.org')).status).toBe(200)
})

it('does not believe a proxy that nobody announced', async () => {
  const { app } = await newsroom()
  const answer = await request(app)
    .get('/claims')
    .set({ 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https' })
  expect(answer.headers.location).toMatch(/^\/sign-in/)
})

it('refuses an address that names a thing twice', async () => {
  const { as, cleo } = await newsroom()
  expect((await (await as(cleo)).get('/claims?state=open&state=decided')).status).toBe(400)
})
