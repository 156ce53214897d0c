import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { rounds } from '../../db/schema/index.ts'
import { findPerson } from '../../server/accounts/people-store.ts'
import { packResume, unpackResume } from '../../server/accounts/resume.ts'
import { demoNewsroom } from '../support/demo.ts'
import { newsroom, password } from '../support/newsroom.ts'
import { aFlag } from '../watching/flags.ts'
import { cookiesOf, hiddenField, wordsOf } from './cookies.ts'
import { forms } from './forms.ts'

const day = 24 * 3_600_000

describe('a form sent after its sign-in ran out', () => {
  it('is as it was after signing in, saves nothing by itself, and then saves', async () => {
    const { as, cleo, clock, db, app } = await newsroom()
    const browser = await as(cleo)
    clock.advance(day)
    const typed = 'Cleo "née" <Łoś>\u2028& Co \\n'
    const asked = await browser.post('/account/name', { name: typed, version: 1 }).expect(401)
    expect(wordsOf(asked)).toContain('What you typed is kept')
    const resume = hiddenField(asked, 'resume')
    const shown = await browser.post('/sign-in', { email: cleo.email, password, next: '/', resume }).expect(200)
    expect(wordsOf(shown)).toContain('You are signed in again, as Cleo.')
    expect(shown.text).toContain('value="Cleo &quot;née&quot; &lt;Łoś&gt;\u2028&amp; Co \\n"')
    expect((await findPerson(db.reader, cleo.id))?.name).toBe('Cleo')
    const send = request(app).post('/account/name').type('form').set('Cookie', cookiesOf(shown))
    await send.send({ name: typed, version: 1 }).expect(303)
    expect((await findPerson(db.reader, cleo.id))?.name).toBe(typed)
  })

  it('survives a wrong password, and many of them', async () => {
    const { as, cleo, clock } = await newsroom()
    const browser = await as(cleo)
    clock.advance(day)
    let page = await browser.post('/account/name', { name: 'Cleopatra', version: 1 }).expect(401)
    for (let tries = 0; tries < 6; tries++) {
      const resume = hiddenField(page, 'resume')
      expect(JSON.parse(resume)).toMatchObject({ action: '/account/name', fields: { name: 'Cleopatra' } })
      page = await browser.post('/sign-in', { email: cleo.email, password: 'not the right one', resume })
    }
    expect(page.status).toBe(429)
    expect(hiddenField(page, 'resume')).toContain('Cleopatra')
  })

  it('never carries a password', async () => {
    const { visitor } = await newsroom()
    const fields = { oldPassword: 'the old secret one', password: 'the new secret one' }
    const page = await visitor.post('/account/password', fields).expect(401)
    expect(page.text).not.toContain('secret one')
    expect(JSON.parse(hiddenField(page, 'resume'))).toEqual({ action: '/account/password', fields: {}, person: null })
  })

  it('says so when somebody else signs in', async () => {
    const { as, cleo, ben, clock } = await newsroom()
    const browser = await as(cleo)
    clock.advance(day)
    const resume = hiddenField(await browser.post('/account/name', { name: 'C', version: 1 }).expect(401), 'resume')
    const shown = await browser.post('/sign-in', { email: ben.email, password, resume }).expect(200)
    expect(wordsOf(shown)).toContain('as Ben, and this form was begun by somebody else')
  })

  it('goes through the same rules as ever: a reader gets no further than a reader', async () => {
    const { visitor, rita, db, app } = await newsroom()
    const resume = JSON.stringify({ action: '/people/1/role', fields: { role: 'reader', version: '1' }, person: null })
    const shown = await visitor.post('/sign-in', { email: rita.email, password, resume })
    const send = request(app).post('/people/1/role').type('form').set('Cookie', cookiesOf(shown))
    await send.send({ role: 'reader', version: '1' }).expect(403)
    expect((await findPerson(db.reader, 1))?.role).toBe('admin')
  })

  it('leads nowhere else, whatever the hidden field says', async () => {
    const { visitor, cleo } = await newsroom()
    for (const resume of ['nonsense', '{}', '{"action":"//evil.example","fields":{},"person":null}', '[]', '""']) {
      const answer = await visitor.post('/sign-in', { email: cleo.email, password, resume }).expect(303)
      expect(answer.headers.location).toBe('/')
    }
    const unknown = JSON.stringify({ action: '/nowhere', fields: { a: 'b' }, person: null })
    await visitor.post('/sign-in', { email: cleo.email, password, resume: unknown }).expect(404)
  })

  it('replaces the whole page when a piece of it was to be', async () => {
    const { visitor } = await newsroom()
    const piece = visitor.post('/account/name', { name: 'C', version: 1 }).set('HX-Request', 'true')
    const answer = await piece.set('HX-Request-Type', 'partial').expect(401)
    expect(answer.headers).toMatchObject({ 'hx-retarget': 'body', 'hx-reswap': 'innerHTML' })
    expect(answer.text).toContain('<form class="form sheet" method="post" action="/sign-in">')
  })

  it('keeps the words of an upload, and says that the file has to be chosen again', async () => {
    const { app } = await newsroom()
    const upload = request(app).post('/articles').field('title', 'A title').field('text', 'Line one\nLine two')
    const page = await upload.attach('file', Buffer.from('x'.repeat(100_000)), 'article.txt').expect(401)
    expect(wordsOf(page)).toContain('has to be chosen again')
    const { fields } = JSON.parse(hiddenField(page, 'resume'))
    expect(fields).toEqual({ title: 'A title', text: 'Line one\nLine two' })
  })

  it('may be as large as any form, and as full of signs', async () => {
    const { visitor, cleo, app } = await newsroom()
    const name = '"\\\n'.repeat(200_000)
    const page = await visitor.post('/account/name', { name, version: 1 }).expect(401)
    const resume = hiddenField(page, 'resume')
    const shown = await request(app).post('/sign-in').type('form').send({ email: cleo.email, password, resume })
    expect(shown.status).toBe(200)
    expect(shown.text.length).toBeGreaterThan(name.length)
  })
})

describe('any form', () => {
  it('does nothing by itself after signing in', async () => {
    const { visitor, ada, db } = await demoNewsroom()
    await aFlag(db, 1)
    const count = db.writer.sqlite.prepare("SELECT count(*) FROM events WHERE type NOT LIKE 'person.signed_%'").pluck()
    const before = count.get()
    const [round] = await db.reader.select().from(rounds).where(eq(rounds.ended, 'both_in')).limit(1)
    const answers: [path: string, status: number][] = []
    for (const [path, sent] of Object.entries(forms)) {
      if (sent === 'anyone') continue
      const fields = typeof sent === 'string' ? {} : mapped(sent)
      const id = path.includes(':round') ? round?.claimId : 1
      const action = path
        .replace(':other', '2')
        .replace(':id', String(id))
        .replace(':round', String(round?.id))
        .replace(':key', 'five-step')
        .replace(':page', 'method')
      const resume = JSON.stringify({ action, fields, person: null })
      const { status } = await visitor.post('/sign-in', { email: ada.email, password, resume })
      answers.push([path, status])
    }
    expect(answers).toEqual(answers.map(([path]) => [path, notThere.has(path) ? 404 : 200]))
    expect(count.get()).toBe(before)
    // A sign-in takes its time, and there are a hundred forms.
  }, 90_000)
})

// What is about a thing that the demo newsroom has none of. Its own tests hold what it does.
const notThere = new Set([
  '/sources/:id/separation',
  '/relations/:id/withdrawal',
  '/claims/:id/carrying',
  '/checks/:id/withdrawal',
  '/imports/:id/plan',
  '/imports/:id/start',
  '/imports/:id/going-on',
  '/imports/:id/undoing',
  '/reported/:id/answer',
  '/reported/:id/erasure',
])

const mapped = (fields: Record<string, string | number>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]))

describe('the hidden field', () => {
  it('gives back what went in', () => {
    const texts = fc.string({ unit: 'binary' })
    const fields = fc.dictionary(
      texts.filter((name) => !/password|__proto__/i.test(name)),
      fc.oneof(texts, fc.array(texts)),
    )
    fc.assert(
      fc.property(fields, fc.option(fc.nat()), (typed, person) => {
        const resume = { action: '/claims/1?a=b', fields: { ...typed }, person }
        expect(unpackResume(packResume(resume))).toEqual(resume)
      }),
    )
  })
})
