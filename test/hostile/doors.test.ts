import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { forms } from '../accounts/forms.ts'
import { cookiesOf } from '../accounts/cookies.ts'
import { demoNewsroom } from '../support/demo.ts'
import { type Newsroom, newsroom, password } from '../support/newsroom.ts'

type Layer = { route?: { path: string | string[]; methods: Record<string, boolean> }; handle: { stack?: Layer[] } }

/** Every address that is answered, as the application itself has it. */
function routes({ app }: Pick<Newsroom, 'app'>): { method: string; path: string }[] {
  const of = (stack: Layer[]): { method: string; path: string }[] =>
    stack.flatMap(({ route, handle }) =>
      route
        ? [route.path].flat().flatMap((path) => Object.keys(route.methods).map((method) => ({ method, path })))
        : of(handle.stack ?? []),
    )
  // The layers of a router are not in its types.
  return of((app as unknown as { router: { stack: Layer[] } }).router.stack)
}

// What readers see is made of what is published alone; see test/reports and test/leaks.
const feeds = ['atom', 'json'].flatMap((format) => [
  `/feeds/checks.${format}`,
  `/feeds/claimants/:key.${format}`,
  `/feeds/tags/:key.${format}`,
])
const files = [
  '/reports/:slug/share.png',
  '/reports/:slug/:claim/share.png',
  '/reports/:slug/:claim.jsonld',
  '/reports/:slug/annotations.jsonld',
  '/reports/:slug/bundle.zip',
  '/claimreview.json',
]
const site = [
  '/how-we-check',
  '/corrections-policy',
  '/who-we-are',
  '/contact',
  '/report-an-error',
  '/report-an-error/sent',
]
const readers = ['/reports/:slug', '/reports/:slug/:claim', ...files, ...feeds, ...site]
const open = new Set([
  '/api',
  '/',
  '/sign-in',
  '/sign-out',
  '/setup',
  '/invitation',
  '/new-password',
  '/about',
  ...readers,
])
const written = ({ db }: Pick<Newsroom, 'db'>) => db.writer.sqlite.prepare('SELECT total_changes()').pluck().get()

describe('every door', () => {
  it('is closed to visitors, to ended sign-ins and to deactivated people, and nothing is written', async () => {
    const news = await demoNewsroom()
    const ended = await news.as(news.cleo)
    await ended.post('/sign-out').expect(303)
    const deactivated = await news.as(news.ben)
    const admin = await news.as(news.ada)
    await admin.post(`/people/${news.ben.id}/deactivation`, { version: 1 }).expect(303)
    const all = routes(news)
    expect(all.length).toBeGreaterThan(60)
    const before = written(news)
    const through: string[] = []
    for (const [who, { cookie }] of Object.entries({ visitor: news.visitor, ended, deactivated })) {
      for (const { method, path } of all) {
        // Where programs knock, test/api does.
        if (open.has(path) || path.startsWith('/api/')) continue
        const address = path.replace(':id', '1')
        const ask =
          method === 'post' ? request(news.app).post(address).type('form').send({}) : request(news.app).get(address)
        const answer = await ask.set('Cookie', cookie)
        const isAsked =
          method === 'post' ? answer.status === 401 : (answer.headers.location ?? '').startsWith('/sign-in?next=')
        if (!isAsked) through.push(`${who} ${method} ${path}: ${answer.status}`)
      }
    }
    expect(through).toEqual([])
    expect(written(news)).toBe(before)
  })

  it('leads nobody up: what takes an admin is 403 for reader, checker and editor', async () => {
    const news = await demoNewsroom()
    const admin = [
      '/invitations',
      '/people/1/role',
      '/people/3/role',
      '/people/1/deactivation',
      '/people/1/sign-out',
      '/people/1/password-link',
      '/jobs/1/retry',
      '/jobs/1/giving-up',
      '/settings',
      '/policies',
    ]
    for (const person of [news.rita, news.cleo, news.edith]) {
      const browser = await news.as(person)
      const own = `/people/${person.id}/role`
      for (const path of [...admin, own, '/invitations/1/withdrawal']) {
        const fields = forms[path.replace(/\/\d+/, '/:id')]
        expect(typeof fields).toBe('object')
        const answer = await browser.post(path, fields as Record<string, string>)
        expect([person.role, path, answer.status]).toEqual([person.role, path, 403])
      }
    }
  })
})

describe('signing in', () => {
  const wrong = { email: 'cleo@example.org', password: 'wrong wrong wrong' }

  it('believes no address that the sender writes, so guessing cannot hide behind many', async () => {
    const { app, world } = await newsroom()
    expect(world.config.trustProxy).toBe(0)
    const statuses: number[] = []
    for (let time = 0; time < 8; time++) {
      const address = `198.51.100.${time}`
      const headers = {
        'X-Forwarded-For': address,
        'X-Real-IP': address,
        Forwarded: `for=${address}`,
        'CF-Connecting-IP': address,
      }
      statuses.push((await request(app).post('/sign-in').set(headers).type('form').send(wrong)).status)
    }
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429, 429])
  })

  it('behind one proxy believes only what that one added', async () => {
    const { app } = await newsroom({ TRUST_PROXY: '1' })
    const statuses: number[] = []
    for (let time = 0; time < 8; time++) {
      const headers = { 'X-Forwarded-For': `198.51.100.${time}, 203.0.113.5` }
      statuses.push((await request(app).post('/sign-in').set(headers).type('form').send(wrong)).status)
    }
    expect(statuses.slice(-2)).toEqual([429, 429])
  })

  it('gives a token of its own making, whatever cookie was there before', async () => {
    const { app, cleo } = await newsroom()
    const fixed = 'A'.repeat(43)
    const send = request(app).post('/sign-in').type('form').set('Cookie', `stet=${fixed}; stet-device=${fixed}`)
    const answer = await send.send({ email: cleo.email, password }).expect(303)
    expect(cookiesOf(answer)).not.toContain(`stet=${fixed}`)
    expect((await request(app).get('/account').set('Cookie', `stet=${fixed}`)).status).toBe(303)
    const set = [answer.headers['set-cookie'] ?? []].flat()
    for (const cookie of set) expect(cookie).toMatch(/; HttpOnly/)
    expect(set.find((cookie) => cookie.startsWith('stet='))).toMatch(/SameSite=Lax/)
    expect(set.find((cookie) => cookie.startsWith('stet-device='))).toMatch(/SameSite=Strict/)
  })

  const away = [
    '//evil.example',
    '\\\\evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/%09/evil.example',
    '/../..//evil.example',
    '%2F%2Fevil.example',
    '///evil.example/..',
    '/.//evil.example',
    '/./\\evil.example',
  ]
  it.each(away)('leads to no other site (%s)', async (next) => {
    const { app, visitor, as, cleo } = await newsroom()
    const direct = await visitor.post('/sign-in', { email: cleo.email, password, next }).expect(303)
    const there = await (await as(cleo)).get(`/sign-in?next=${encodeURIComponent(next)}`).expect(303)
    const asked = await request(app).get(`/${next}`)
    for (const { headers } of [direct, there, asked]) {
      if (headers.location === undefined) continue
      expect(new URL(headers.location, 'http://here.example').host).toBe('here.example')
      expect(headers.location).not.toMatch(/^[/\\]{2}/)
    }
    const resume = JSON.stringify({ action: next, fields: {}, person: null })
    const resumed = await visitor.post('/sign-in', { email: cleo.email, password, resume })
    expect([303, 404]).toContain(resumed.status)
    if (resumed.headers.location) expect(resumed.headers.location).toBe('/')
  })

  it('goes on with a form of ours and nothing else: never signs out, signs in or sets up on the way', async () => {
    const news = await newsroom()
    for (const action of [
      '/sign-out',
      '/sign-in',
      '/setup',
      '/invitation',
      '/new-password',
      '/claims',
      '/people',
      '/claims.csv',
      '/sign-out?a=b',
      '/sign-out/',
      '/assets/x',
      '/%73ign-out',
    ]) {
      const resume = JSON.stringify({ action, fields: { email: 'ada@example.org', x: 'y' }, person: null })
      const answer = await news.visitor.post('/sign-in', { email: news.cleo.email, password, resume })
      expect([action, answer.status < 500]).toEqual([action, true])
      const { status } = await request(news.app).get('/account').set('Cookie', cookiesOf(answer))
      expect([action, status]).toEqual([action, 200])
      expect(answer.headers['clear-site-data']).toBeUndefined()
    }
  })

  it('takes no resume with names that are no fields', async () => {
    const { visitor, cleo } = await newsroom()
    for (const fields of [
      '{"__proto__":{"role":"admin"}}',
      '{"a":{"b":1}}',
      '{"a":[1]}',
      '[]',
      '"x"',
      '{"__proto__":"x","constructor":"y"}',
    ]) {
      const resume = `{"action":"/sources","fields":${fields},"person":null}`
      const { status } = await visitor.post('/sign-in', { email: cleo.email, password, resume })
      expect([fields, status < 500]).toEqual([fields, true])
    }
  })
})
