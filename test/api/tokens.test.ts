import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { saveLastUsed } from '../../server/tokens/token.ts'
import { createApp } from '../../server/app.ts'
import { type Newsroom, newsroom, password } from '../support/newsroom.ts'
import { kindOf, programOf } from './client.ts'

const day = 86_400_000
const form = { name: 'The CMS', scopes: ['read', 'claims:write'], days: '30' }

/** Makes a token as people do, and reads it off the page. */
async function madeByHand({ as, cleo }: Newsroom): Promise<string> {
  const made = await (await as(cleo)).post('/account/tokens', form).expect(200)
  return /value="(stet_[\w-]{43})"/.exec(made.text)?.[1] ?? ''
}

/** What the next page says of what was done. */
const noticeOf = (answer: request.Response) => decodeURIComponent(String(answer.headers['set-cookie']))

describe('a token', () => {
  it('is shown once, works in the API, and only its hash is kept', async () => {
    const news = await newsroom()
    const token = await madeByHand(news)
    const answer = await request(news.app).get('/api/v1/me').set('Authorization', `Bearer ${token}`).expect(200)
    expect(answer.body).toEqual({
      person: { id: news.cleo.id, name: 'Cleo', role: 'checker' },
      scopes: ['read', 'claims:write'],
    })
    const page = (await (await news.as(news.cleo)).get('/account/tokens').expect(200)).text
    expect(page).toContain('The CMS')
    expect(page).not.toContain(token)
    expect(news.db.writer.sqlite.serialize().includes(token)).toBe(false)
  })

  it('opens no page, and a cookie opens nothing in the API', async () => {
    const news = await newsroom()
    const token = await madeByHand(news)
    for (const path of ['/account', '/claims.json', '/claims', '/search.json?q=a'])
      await request(news.app).get(path).set('Authorization', `Bearer ${token}`).expect(303)
    const { cookie } = await news.as(news.ada)
    const answer = await request(news.app).get('/api/v1/claims').set('Cookie', cookie).expect(401)
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="Stet"')
    expect(kindOf(answer)).toBe('unauthorized')
  })

  it('ends when it is revoked, by its owner alone', async () => {
    const news = await newsroom()
    const { get } = await programOf(news, news.cleo)
    await (await news.as(news.ben)).post('/account/tokens/1/revocation').expect(404)
    await get('/me').expect(200)
    await (await news.as(news.cleo)).post('/account/tokens/1/revocation').expect(303)
    await get('/me').expect(401)
    await (await news.as(news.cleo)).post('/account/tokens/1/revocation').expect(404)
  })

  it('ends on its day, and with the account of its owner for good', async () => {
    const news = await newsroom()
    const { get } = await programOf(news, news.cleo)
    const other = await programOf(news, news.ben)
    const ada = await news.as(news.ada)
    await ada.post(`/people/${news.ben.id}/deactivation`, { version: 1 }).expect(303)
    await other.get('/me').expect(401)
    await ada.post(`/people/${news.ben.id}/reactivation`, { version: 2 })
    await other.get('/me').expect(401)
    news.clock.advance(30 * day - 1)
    await get('/me').expect(200)
    news.clock.advance(1)
    await get('/me').expect(401)
  })

  it('ends with the password of its owner, who is asked, and goes on when that is unticked', async () => {
    const news = await newsroom()
    const first = await programOf(news, news.cleo)
    const others = await programOf(news, news.ben)
    const cleo = await news.as(news.cleo)
    const change = (oldPassword: string, next: string, more = {}) =>
      cleo.post('/account/password', { oldPassword, password: next, ...more })
    expect((await cleo.get('/account')).text).toMatch(/name="endTokens" value="yes" checked[^]*<bdi>Test<\/bdi>/)
    const refused = await change('not my password', 'seven green pears tonight').expect(422)
    expect(refused.text).not.toMatch(/name="endTokens" value="yes" checked/)
    const kept = await change(password, 'seven green pears tonight').expect(303)
    expect(noticeOf(kept)).toContain('Your API tokens go on working.')
    await first.get('/me').expect(200)
    const second = await programOf(news, news.cleo)
    const ending = { endTokens: 'yes' }
    const done = await change('seven green pears tonight', 'eight green pears tonight', ending).expect(303)
    expect(noticeOf(done)).toContain('and 2 API tokens of yours have ended.')
    for (const { get } of [first, second]) await get('/me').expect(401)
    await others.get('/me').expect(200)
    expect((await cleo.get('/account')).text).not.toContain('endTokens')
    const ended = news.db.writer.sqlite.prepare(`SELECT count(*) FROM events WHERE type = 'token.revoked'`)
    expect(ended.pluck().get()).toBe(2)
  })

  it('is ended by an admin, who sees how many there are and not what they are called', async () => {
    const news = await newsroom()
    const { get } = await programOf(news, news.cleo)
    const [ada, cleo] = [await news.as(news.ada), await news.as(news.cleo)]
    const page = (await ada.get(`/people/${news.cleo.id}`).expect(200)).text
    expect(page).toContain('End 1 API token<')
    expect(page).not.toContain('<bdi>Test</bdi>')
    expect((await cleo.get(`/people/${news.ben.id}`).expect(200)).text).not.toContain('API token')
    await ada.post(`/people/${news.cleo.id}/sign-out`).expect(303)
    await get('/me').expect(200)
    const ended = await ada.post(`/people/${news.cleo.id}/token-revocation`).expect(303)
    expect(noticeOf(ended)).toContain('1 API token ended.')
    await get('/me').expect(401)
    expect((await ada.get(`/people/${news.cleo.id}`)).text).not.toContain('End 1 API token<')
    expect((await ada.get('/history')).text).toContain('ended the API token 1 of')
  })

  it('follows its owner down', async () => {
    const news = await newsroom()
    const { post } = await programOf(news, news.cleo)
    const article = { title: 'A', text: 'One.' }
    await post('/articles', article).expect(201)
    const version = 1
    await (await news.as(news.ada)).post(`/people/${news.cleo.id}/role`, { role: 'reader', version }).expect(303)
    const refused = await post('/articles', { title: 'B', text: 'Two.' }).expect(403)
    expect(kindOf(refused)).toBe('not-allowed')
  })

  it('is told with its last use, which reading does not write', async () => {
    const news = await newsroom()
    const used = new Map<number, number>()
    const app = createApp(news.world, { used })
    const { token } = await programOf(news, news.cleo)
    const page = async () => (await (await news.as(news.cleo)).get('/account/tokens')).text
    const written = () => news.db.writer.sqlite.prepare('SELECT total_changes()').pluck().get()
    const before = written()
    await request(app).get('/api/v1/me').set('Authorization', `Bearer ${token}`).expect(200)
    expect(written()).toBe(before)
    expect(await page()).toContain('not used yet')
    await saveLastUsed(news.db, used)
    expect(await page()).toContain('last used <time datetime="2025-05-12T09:00:00.000Z"')
  })

  it('is made with something ticked, a name and a day, and twenty are the most', async () => {
    const news = await newsroom()
    const cleo = await news.as(news.cleo)
    for (const wrong of [
      { ...form, scopes: [] },
      { ...form, scopes: 'everything' },
      { ...form, name: ' ' },
      { ...form, days: '3650' },
      { ...form, personId: '1' },
    ])
      await cleo.post('/account/tokens', wrong).expect(422)
    for (let made = 0; made < 20; made++) await programOf(news, news.cleo)
    expect((await cleo.post('/account/tokens', form).expect(422)).text).toContain('Revoke one')
  })

  it('stands in the history when it is made, ended, and used to write', async () => {
    const news = await newsroom()
    const { post } = await programOf(news, news.cleo)
    await post('/articles', { title: 'A', text: 'One.' }).expect(201)
    const ada = await news.as(news.ada)
    const { events } = JSON.parse((await ada.get('/history.json').expect(200)).text)
    const told = events.map(({ type, actor, by_token }: Record<string, unknown>) => [type, actor, by_token])
    expect(told.slice(0, 2)).toEqual([
      ['article.added', 'Cleo', true],
      ['token.made', 'Cleo', false],
    ])
    expect((await ada.get('/history')).text).toContain('a program, by an API token')
  })
})

describe('guessing', () => {
  it('is put off after thirty tokens that are none, and those that work go on working', async () => {
    const news = await newsroom()
    const { app } = news
    const { get } = await programOf(news, news.cleo)
    const guess = () =>
      request(app)
        .get('/api/v1/me')
        .set('Authorization', `Bearer stet_${'a'.repeat(43)}`)
    for (let tried = 0; tried < 30; tried++) await guess().expect(401)
    const answer = await guess().expect(429)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    expect(kindOf(answer)).toBe('too-many')
    await get('/me').expect(200)
  })
})
