import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { type Newsroom, newsroom, password } from '../support/newsroom.ts'
import { cookiesOf, hiddenField, wordsOf } from './cookies.ts'

const hour = 3_600_000

async function invited({ as, ada }: Newsroom, fields = { name: 'Dora', role: 'editor' }) {
  const admin = await as(ada)
  const page = await admin.post('/invitations', fields).expect(201)
  const [, link = ''] = /value="(http[^"]*)"/.exec(page.text) ?? []
  return { admin, link, code: new URL(link).searchParams.get('code') ?? '' }
}

const acceptance = { name: 'Dora Lind', email: 'dora@example.org', password: 'nine quiet herons wading' }

describe('an invitation', () => {
  it('makes an account with its role, once', async () => {
    const news = await newsroom()
    const { link, code } = await invited(news)
    expect(code).toMatch(/^[\w-]{43}$/)
    expect(new URL(link).pathname).toBe('/invitation')
    const page = await news.visitor.get(`/invitation?code=${code}`).expect(200)
    expect(wordsOf(page)).toContain('Ada invites you to Our newsroom on Stet as editor')
    expect(page.text).toContain('value="Dora"')
    expect(hiddenField(page, 'code')).toBe(code)
    const made = await news.visitor.post('/invitation', { code, ...acceptance }).expect(303)
    const account = await request(news.app).get('/account').set('Cookie', cookiesOf(made)).expect(200)
    expect(wordsOf(account)).toContain('Your role here is editor')
    expect(wordsOf(await news.visitor.get(`/invitation?code=${code}`).expect(410))).toContain('has been used')
    await news.visitor.post('/invitation', { code, ...acceptance, email: 'other@example.org' }).expect(410)
  })

  it('lives a day', async () => {
    const news = await newsroom()
    const { admin, code } = await invited(news)
    expect(wordsOf(await admin.get('/people'))).toContain('until 13 May 2025, 09:00 UTC')
    news.clock.advance(24 * hour - 1)
    await news.visitor.get(`/invitation?code=${code}`).expect(200)
    news.clock.advance(1)
    expect(wordsOf(await news.visitor.get(`/invitation?code=${code}`).expect(410))).toContain('has run out')
    await news.visitor.post('/invitation', { code, ...acceptance }).expect(410)
    expect(wordsOf(await (await news.as(news.ada)).get('/people'))).not.toContain('Open invitations')
  })

  it('can be withdrawn while it is open', async () => {
    const news = await newsroom()
    const { admin, code } = await invited(news)
    await admin.post('/invitations/1/withdrawal').expect(303)
    expect(wordsOf(await news.visitor.get(`/invitation?code=${code}`).expect(410))).toContain('was withdrawn')
    await news.visitor.post('/invitation', { code, ...acceptance }).expect(410)
    await admin.post('/invitations/1/withdrawal').expect(409)
  })

  it('is accepted once when two people open it at the same moment', async () => {
    const news = await newsroom()
    const { code } = await invited(news)
    const accept = (n: number) => news.visitor.post('/invitation', { code, ...acceptance, email: `d${n}@example.org` })
    const answers = await Promise.all([1, 2].map((n) => accept(n)))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409])
  })

  it('is told from a link that never was one', async () => {
    const { visitor } = await newsroom()
    for (const path of ['/invitation', '/invitation?code=x', `/invitation?code=${'x'.repeat(43)}`]) {
      expect(wordsOf(await visitor.get(path).expect(404))).toContain('This is not an invitation')
    }
    await visitor.post('/invitation', acceptance).expect(404)
  })

  it('asks again for what cannot be taken, and stays open', async () => {
    const news = await newsroom()
    const { code } = await invited(news)
    const page = await news.visitor.post('/invitation', { code, ...acceptance, email: 'Ben@Example.org' }).expect(422)
    expect(wordsOf(page)).toContain('There is an account with this email address already')
    const poor = { ...acceptance, password: 'password1234' }
    expect(wordsOf(await news.visitor.post('/invitation', { code, ...poor }).expect(422))).toContain(
      'attackers try first',
    )
    await news.visitor.post('/invitation', { code, ...acceptance }).expect(303)
  })

  it('is made with the address people reach the server at, and never shown again', async () => {
    const news = await newsroom({ PUBLIC_URL: 'https://stet.example.org' })
    const { admin, link, code } = await invited(news)
    expect(link.startsWith('https://stet.example.org/invitation?code=')).toBe(true)
    expect((await admin.get('/people')).text).not.toContain(code)
    const rows = news.db.writer.sqlite.prepare('SELECT * FROM invitations').all()
    expect(JSON.stringify(rows)).not.toContain(code)
  })

  it('takes the place of the sign-in of whoever accepts it', async () => {
    const news = await newsroom()
    const { admin, code } = await invited(news)
    expect(wordsOf(await admin.get(`/invitation?code=${code}`))).toContain('You are signed in as Ada')
    await admin.post('/invitation', { code, ...acceptance }).expect(303)
    await admin.get('/account').expect(303)
    await news.visitor.post('/sign-in', { email: 'ada@example.org', password }).expect(303)
  })
})
