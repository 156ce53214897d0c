import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { saveLastSeen } from '../../server/accounts/sign-in.ts'
import { createApp } from '../../server/app.ts'
import { newsroom, password } from '../support/newsroom.ts'
import { cookiesOf, wordsOf } from './cookies.ts'

const hour = 3_600_000

describe('signing in', () => {
  it('leads to the desk with a new sign-in, under a cookie that scripts cannot read', async () => {
    const { visitor, app } = await newsroom()
    const answer = await visitor.post('/sign-in', { email: ' ADA@example.org ', password }).expect(303)
    expect(answer.headers.location).toBe('/')
    const [cookie = ''] = (answer.headers['set-cookie'] ?? []) as unknown as string[]
    expect(cookie).toMatch(/^stet=[\w-]{43}; Max-Age=2592000; Path=\/; Expires=[^;]*; HttpOnly; SameSite=Lax$/)
    await request(app).get('/account').set('Cookie', cookiesOf(answer)).expect(200)
  })

  it('is under a __Host- cookie over TLS', async () => {
    const { app } = await newsroom({ PUBLIC_URL: 'https://stet.example.org', TRUST_PROXY: '0' })
    const send = request(app).post('/sign-in').type('form').set('Host', 'stet.example.org')
    const answer = await send.send({ email: 'ada@example.org', password }).expect(303)
    const cookies = (answer.headers['set-cookie'] ?? []) as unknown as string[]
    expect(cookies).toHaveLength(2)
    for (const cookie of cookies) expect(cookie).toMatch(/^__Host-stet(-device)?=.*; Secure/)
    expect(cookies.join()).not.toContain('Domain')
  })

  it.each([
    ['/claims?state=open', '/claims?state=open'],
    ['//evil.example', '/evil.example'],
    ['/\\evil.example', '/evil.example'],
    ['https://evil.example', '/'],
  ])('with next=%s leads to %s', async (next, path) => {
    const { visitor } = await newsroom()
    await visitor.post('/sign-in', { email: 'ada@example.org', password, next }).expect(303).expect('Location', path)
  })

  it('answers a wrong password, an unknown email and a deactivated account in the same words, keeping the email', async () => {
    const { visitor, as, ada, ben } = await newsroom()
    await (await as(ada)).post(`/people/${ben.id}/deactivation`, { version: 1 }).expect(303)
    const texts: string[] = []
    for (const [email, typed] of [
      ['ada@example.org', 'not the right password'],
      ['nobody@example.org', password],
      ['ben@example.org', password],
    ] as const) {
      const page = await visitor.post('/sign-in', { email, password: typed }).expect(422)
      expect(page.text).toContain(`value="${email}"`)
      expect(page.text).not.toContain(typed)
      texts.push(page.text.replaceAll(email, ''))
    }
    expect(new Set(texts).size).toBe(1)
  })

  it('takes the place of the sign-in before it on the same browser', async () => {
    const { as, cleo, ada, app } = await newsroom()
    const cleos = await as(cleo)
    const answer = await cleos.post('/sign-in', { email: ada.email, password }).expect(303)
    await cleos.get('/account').expect(303)
    expect(wordsOf(await request(app).get('/account').set('Cookie', cookiesOf(answer)))).toContain(ada.email)
  })

  it('warns when the password would cross the network unencrypted', async () => {
    const { app } = await newsroom()
    const page = (host: string) => request(app).get('/sign-in').set('Host', host)
    expect((await page('stet.lan:4173')).text).toContain('not encrypted')
    expect((await page('localhost:4173')).text).not.toContain('not encrypted')
    expect((await page('127.0.0.1')).text).not.toContain('not encrypted')
  })
})

describe('guessing', () => {
  it('is answered 429 with the time to wait after five wrong tries, and the email stays', async () => {
    const { visitor, clock } = await newsroom()
    const guess = (typed: string) => visitor.post('/sign-in', { email: 'ada@example.org', password: typed })
    for (let tries = 0; tries < 5; tries++) await guess('a wrong password').expect(422)
    const told = await guess(password).expect(429).expect('Retry-After', '1')
    expect(wordsOf(told)).toContain('Wait 1 second, then try again.')
    expect(told.text).toContain('value="ada@example.org"')
    clock.advance(1_000)
    await guess('a wrong password').expect(422)
    await guess(password).expect(429).expect('Retry-After', '2')
    clock.advance(2_000)
    await guess(password).expect(303)
  })

  it('an unknown account is slowed down alike, and others are not', async () => {
    const { visitor } = await newsroom()
    const guess = (email: string) => visitor.post('/sign-in', { email, password: 'a wrong password' })
    for (let tries = 0; tries < 5; tries++) await guess('nobody@example.org').expect(422)
    await guess('NOBODY@example.org').expect(429)
    await guess('ben@example.org').expect(422)
  })

  it('does not keep the owner out of a browser that they have signed in with before', async () => {
    const { app, visitor } = await newsroom()
    const before = await visitor.post('/sign-in', { email: 'ada@example.org', password }).expect(303)
    for (let tries = 0; tries < 6; tries++) {
      await visitor.post('/sign-in', { email: 'ada@example.org', password: 'a wrong password' })
    }
    await visitor.post('/sign-in', { email: 'ada@example.org', password }).expect(429)
    const device =
      cookiesOf(before)
        .split('; ')
        .find((pair) => pair.startsWith('stet-device=')) ?? ''
    const again = request(app).post('/sign-in').type('form').set('Cookie', device)
    await again.send({ email: 'ada@example.org', password }).expect(303)
  })
})

describe('a sign-in', () => {
  it('ends after twelve idle hours', async () => {
    const { as, cleo, ben, clock } = await newsroom()
    const [cleos, bens] = [await as(cleo), await as(ben)]
    clock.advance(12 * hour)
    await cleos.get('/account').expect(200)
    clock.advance(1)
    await bens.get('/account').expect(303)
    await cleos.get('/account').expect(200)
  })

  it('ends after thirty days, however busy', async () => {
    const { as, cleo, clock } = await newsroom()
    const browser = await as(cleo)
    for (let hours = 0; hours < 30 * 24; hours += 12) {
      await browser.get('/account').expect(200)
      clock.advance(12 * hour)
    }
    await browser.get('/account').expect(200)
    clock.advance(1)
    await browser.get('/account').expect(303)
  })

  it('of an admin ends after an idle hour, and after twelve hours', async () => {
    const { as, ada, clock } = await newsroom()
    const idle = await as(ada)
    clock.advance(hour + 1)
    await idle.get('/account').expect(303).expect('Location', '/sign-in?next=%2Faccount')
    const busy = await as(ada)
    for (let hours = 0; hours < 12; hours++) {
      clock.advance(hour)
      await busy.get('/account').expect(200)
    }
    clock.advance(1)
    await busy.get('/account').expect(303)
  })

  it('is used without writing, and what was used is written down once', async () => {
    const { world, db, as, cleo, clock } = await newsroom()
    const seen = new Map<number, number>()
    const app = createApp(world, { seen })
    const { cookie } = await as(cleo)
    const written = () => db.writer.sqlite.prepare('SELECT total_changes()').pluck().get()
    const before = written()
    clock.advance(5 * 60_000)
    await request(app).get('/account').set('Cookie', cookie).expect(200)
    expect(written()).toBe(before)
    expect(seen.size).toBe(1)
    await saveLastSeen(db, seen)
    expect(seen.size).toBe(0)
    clock.advance(12 * hour - 1)
    await request(createApp(world)).get('/account').set('Cookie', cookie).expect(200)
  })

  it('is over when its person signs out, and the browser forgets its pages', async () => {
    const { as, cleo } = await newsroom()
    const [one, two] = [await as(cleo), await as(cleo)]
    const answer = await one.post('/sign-out').expect(303).expect('Location', '/sign-in')
    expect(answer.headers['clear-site-data']).toBe('"cache", "storage"')
    await one.get('/account').expect(303)
    await two.get('/account').expect(200)
    await one.post('/sign-out').expect(303)
  })
})

describe('a visitor', () => {
  it('is asked to sign in whatever they open, and comes back to it', async () => {
    const { visitor } = await newsroom()
    for (const path of [
      '/',
      '/articles/1',
      '/claims?state=open&q=x',
      '/people',
      '/settings',
      '/claims.json',
      '/nothing',
    ]) {
      await visitor
        .get(path)
        .expect(303)
        .expect('Location', `/sign-in?next=${encodeURIComponent(path)}`)
    }
  })

  it('is sent there with the whole window when only a piece was asked for', async () => {
    const { visitor } = await newsroom()
    const piece = visitor.get('/claims/1').set('HX-Request-Type', 'partial').set('HX-Request', 'true')
    const answer = await piece.set('HX-Current-URL', 'http://127.0.0.1:4173/articles/1?from=here').expect(401)
    expect(answer.headers['hx-redirect']).toBe('/sign-in?next=%2Farticles%2F1%3Ffrom%3Dhere')
    expect(answer.text).toBe('')
  })
})
