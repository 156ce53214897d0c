import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { settings } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { mostOfNetwork } from '../../server/reported/flood.ts'
import { aReport } from '../reports/a-report.ts'

const about = '/reports/port-ellery/1-the-harbour-closed-on-monday'
const address = `/report-an-error?about=${encodeURIComponent(about)}`
const typed = {
  what: 'It was Tuesday. SECRET',
  link: 'https://log.example/2',
  email: 'reader@example.net',
  website: '',
}

/** The newsroom, with a reader who takes time to write. */
async function room() {
  const news = await aReport()
  const made = news.clock.now().getTime()
  news.clock.advance(10_000)
  const report = (more: Record<string, string | number> = {}) =>
    news.visitor.post('/report-an-error', { ...typed, about, made, ...more })
  return { ...news, made, report }
}

describe('a reader', () => {
  it('reports an error without an account, from the page that it is on, and nothing of it is shown to the public', async () => {
    const { visitor, report, as, edith } = await room()
    const page = await visitor.get(about).expect(200)
    expect(page.text).toContain(`href="${address}"`)
    const form = await visitor.get(address).expect(200)
    expect(form.text).toContain('The harbour closed on Monday.')
    expect(form.headers['cache-control']).toBe('no-store')
    const sent = await report().expect(303)
    expect(sent.headers.location).toBe('/report-an-error/sent')
    const public_ = await Promise.all(['/report-an-error/sent', about, address].map((path) => visitor.get(path)))
    expect(public_.map(({ text }) => text).join()).not.toMatch(/SECRET|reader@/)
    expect((await (await as(edith)).get('/')).text).toContain('It was Tuesday. SECRET')
  })

  it.each([
    [{ what: ' ' }, 'Write what is wrong.'],
    [{ what: 'x'.repeat(4_001) }, 'too long'],
    [{ link: 'javascript:alert(1)' }, 'Give the whole address'],
    [{ email: 'nobody' }, 'no e-mail address'],
    [{ website: 'https://spam.example' }, 'Leave it empty'],
    [{ made: 'x' }, 'faster than anybody types'],
    [{ made: 9_999_999_999_999 }, 'faster than anybody types'],
    [{ made: Date.parse('2025-05-12T09:00:09.000Z') }, 'faster than anybody types'],
  ])('is told what is wrong, and keeps what was typed (%o)', async (wrong, problem) => {
    const { report, as, edith } = await room()
    const { text } = await report(wrong).expect(422)
    expect(text).toContain(problem)
    expect(text).toContain('reader@example.net'.slice('email' in wrong ? 18 : 0))
    expect((await (await as(edith)).get('/reported')).text).toContain('No reported error waits')
  })

  it('is slowed down by network, as a whole /64 of addresses, and told when to come back', async () => {
    const { app, made } = await room()
    app.set('trust proxy', 1)
    const send = (from: string) =>
      request(app)
        .post('/report-an-error')
        .set('X-Forwarded-For', from)
        .type('form')
        .send({ ...typed, about, made })
    for (let time = 0; time < mostOfNetwork; time++) await send(`2001:db8:1:2::${time}`).expect(303)
    const refused = await send('2001:db8:1:2:ffff::9').expect(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(refused.text).toContain('It was Tuesday. SECRET')
    await send('2001:db8:1:3::1').expect(303)
  })

  it('finds no form for what is not public, and none for the site while it is off', async () => {
    const { visitor, report, db } = await room()
    for (const path of [
      '/report-an-error',
      '/report-an-error?about=%2Freports%2Fport-ellery%2F2',
      '/report-an-error?about=%2Fclaims%2F2',
    ])
      await visitor.get(path).expect(404)
    await report({ about: '/reports/port-ellery/2' }).expect(404)
    await report({ about: '' }).expect(404)
    await write(db, (tx) => tx.update(settings).set({ publicSite: true }))
    await visitor.get('/report-an-error').expect(200)
    await report({ about: '' }).expect(303)
  })
})

describe('the desk', () => {
  it('answers once with a reason, and sees addresses only as an editor', async () => {
    const { report, as, edith, cleo, rita, claim } = await room()
    await report().expect(303)
    const [editor, checker, reader] = [await as(edith), await as(cleo), await as(rita)]
    await reader.get('/reported/1').expect(403)
    const seen = await checker.get('/reported/1').expect(200)
    expect(seen.text).toContain('SECRET')
    expect(seen.text).not.toContain('reader@')
    expect((await editor.get('/reported/1')).text).toContain('href="mailto:reader@example.net"')
    expect((await checker.get(`/claims/${claim}`)).text).toContain('1 error that readers reported waits')
    const answer = { outcome: 'answered', reason: 'Corrected.' }
    await checker.post('/reported/1/answer', answer).expect(403)
    await editor.post('/reported/1/answer', { reason: 'x' }).expect(422)
    await editor.post('/reported/1/answer', answer).expect(303)
    await editor.post('/reported/1/answer', answer).expect(409)
    expect((await editor.get('/reported?state=answered')).text).toContain('It was Tuesday.')
    expect((await editor.get('/')).text).not.toContain('It was Tuesday.')
  })

  it('keeps the texts out of the history, and erases them for good', async () => {
    const { report, as, edith, rita, db } = await room()
    await report().expect(303)
    const editor = await as(edith)
    const events = () => db.writer.sqlite.prepare('select group_concat(cast(body as text)) from events').pluck().get()
    expect(events()).not.toMatch(/SECRET|reader@/)
    expect((await editor.get('/history')).text).toContain('took in a report of an error on ')
    await editor.post('/reported/1/answer', { outcome: 'dismissed', reason: 'PRIVATE: she is his cousin.' }).expect(303)
    expect(events()).not.toContain('PRIVATE')
    expect((await (await as(rita)).get('/history')).text).toContain('dismissed a report of an error on ')
    await editor.post('/reported/1/erasure').expect(303)
    const { text } = await editor.get('/reported/1').expect(200)
    expect(text).not.toMatch(/SECRET|reader@|log\.example/)
    await editor.post('/reported/1/erasure').expect(409)
    const rows = db.writer.sqlite.prepare('select what, link, email, salt from error_reports').all()
    expect(rows).toEqual([{ what: '', link: null, email: null, salt: '' }])
    expect(() => db.writer.sqlite.exec("update error_reports set what = 'x'")).toThrow('stay as they came')
  })
})
