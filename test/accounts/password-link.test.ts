import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { runCommand } from '../../server/commands.ts'
import { type Newsroom, newsroom, password } from '../support/newsroom.ts'
import { terminal } from '../support/terminal.ts'
import { cookiesOf, hiddenField, wordsOf } from './cookies.ts'

const hour = 3_600_000
const chosen = 'seven quiet herons wading'

async function linkFor({ as, ada, ben }: Newsroom, id = ben.id) {
  const admin = await as(ada)
  const page = await admin.post(`/people/${id}/password-link`, {}).expect(201)
  const [, link = ''] = /value="(http[^"]*)"/.exec(page.text) ?? []
  return { admin, page, link, code: new URL(link).searchParams.get('code') ?? '' }
}

const signsIn = async ({ visitor }: Newsroom, email: string, typed: string) =>
  (await visitor.post('/sign-in', { email, password: typed })).status === 303

describe('a link for a new password', () => {
  it('lets its person choose one, once, and signs them in here and nowhere else', async () => {
    const news = await newsroom()
    const { ben } = news
    const before = await news.as(ben)
    const { page, link, code } = await linkFor(news)
    expect([new URL(link).pathname, code]).toEqual(['/new-password', expect.stringMatching(/^[\w-]{43}$/)])
    expect(wordsOf(page)).toContain('shown only this once')
    expect(await signsIn(news, ben.email, password)).toBe(true)
    const door = await news.visitor.get(`/new-password?code=${code}`).expect(200)
    expect([wordsOf(door), hiddenField(door, 'code')]).toEqual([
      expect.stringContaining('For the account of Ben'),
      code,
    ])
    const made = await news.visitor.post('/new-password', { code, password: chosen }).expect(303)
    await request(news.app).get('/account').set('Cookie', cookiesOf(made)).expect(200)
    expect((await before.get('/account')).headers.location).toContain('/sign-in')
    expect([await signsIn(news, ben.email, password), await signsIn(news, ben.email, chosen)]).toEqual([false, true])
    expect(wordsOf(await news.visitor.get(`/new-password?code=${code}`).expect(410))).toContain('has been used')
    await news.visitor.post('/new-password', { code, password: 'another quiet heron wading' }).expect(410)
    expect(await signsIn(news, ben.email, chosen)).toBe(true)
  })

  it('ends the API tokens of its person, and stands in the history with both who made it and who used it', async () => {
    const news = await newsroom()
    await (await news.as(news.ben)).post('/account/tokens', { name: 'Script', scopes: 'read', days: 30 }).expect(200)
    const { admin, code } = await linkFor(news)
    await news.visitor.post('/new-password', { code, password: chosen }).expect(303)
    const history = wordsOf(await admin.get('/history'))
    expect(history).toContain('Ada made a link for a new password of Ben')
    expect(history).toContain('Ben chose a new password with a link.')
    expect(history).toContain('Ben revoked their API token 1.')
    expect(history).not.toContain(code)
  })

  it('lives a day, ends when a newer one is made, and waits for a closed account', async () => {
    const news = await newsroom()
    const first = await linkFor(news)
    const { admin, code } = await linkFor(news)
    const said = async (which: string) => wordsOf(await news.visitor.get(`/new-password?code=${which}`).expect(410))
    expect(await said(first.code)).toContain('A newer link was made for you')
    news.clock.advance(24 * hour - 1)
    await news.visitor.get(`/new-password?code=${code}`).expect(200)
    await (await news.as(news.ada)).post(`/people/${news.ben.id}/deactivation`, { version: 1 }).expect(303)
    expect(await said(code)).toContain('deactivated')
    await news.visitor.post('/new-password', { code, password: chosen }).expect(410)
    expect((await admin.post(`/people/${news.ben.id}/password-link`, {})).status).not.toBe(201)
    news.clock.advance(1)
    expect(await said(code)).toContain('has run out')
  })

  it('ends when its person remembers the password and changes it', async () => {
    const news = await newsroom()
    const { code } = await linkFor(news)
    const fields = { oldPassword: password, password: chosen }
    await (await news.as(news.ben)).post('/account/password', fields).expect(303)
    await news.visitor.post('/new-password', { code, password: 'another quiet heron wading' }).expect(410)
    expect(await signsIn(news, news.ben.email, chosen)).toBe(true)
  })

  it('is told from a link that never was one, and asks again for a poor password', async () => {
    const news = await newsroom()
    for (const path of ['/new-password', '/new-password?code=x']) {
      expect(wordsOf(await news.visitor.get(path).expect(404))).toContain('not a link for a new password')
    }
    await news.visitor.post('/new-password', { password: chosen }).expect(404)
    const { code } = await linkFor(news)
    const poor = {
      'a kite': 'at least 12',
      password1234: 'attackers try first',
      benbenbenben: 'your own name or email',
    }
    for (const [typed, why] of Object.entries(poor)) {
      const page = await news.visitor.post('/new-password', { code, password: typed }).expect(422)
      expect(wordsOf(page)).toContain(why)
      expect(page.text).not.toContain(typed)
    }
    await news.visitor.post('/new-password', { code, password: chosen }).expect(303)
  })

  it('is used once when it is opened twice at the same moment', async () => {
    const news = await newsroom()
    const { code } = await linkFor(news)
    const answers = await Promise.all(
      [1, 2].map((n) => news.visitor.post('/new-password', { code, password: chosen + n })),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409])
  })
})

it('is made at the command line for an admin whom nobody else can help', async () => {
  const news = await newsroom()
  const dir = news.world.config.dataDir
  news.db.close()
  const lines: string[] = []
  const say = (...words: string[]) => runCommand({ DATA_DIR: dir }, ['password-link', ...words], terminal(lines))
  expect([await say(), await say('nobody@example.org')]).toEqual([2, 2])
  expect(await say('Ada@Example.org ')).toBe(0)
  expect(lines.at(-1)).toMatch(/^http:\/\/localhost:4173\/new-password\?code=[\w-]{43}$/)
})
