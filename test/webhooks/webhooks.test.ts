import { createHmac } from 'node:crypto'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { changeId } from '../../server/reports/change-id.ts'
import { MessageShape } from '../../server/webhooks/message.ts'
import { typedCorrection } from '../corrections/published.ts'
import { desk } from './desk.ts'

describe('a webhook', () => {
  it('tells a program of a publication, signed, with what is public and nothing else', async () => {
    const { as, cleo, claim, secret, got, site, publish, run, clock } = await desk(['published'])
    const checker = await as(cleo)
    const hidden = {
      source: 'new',
      title: 'LEAK',
      kind: 'report',
      stance: 'context',
      note: 'LEAK',
      confidential: 'yes',
    }
    await checker.post(`/claims/${claim}/evidence`, hidden).expect(303)
    await checker.post(`/claims/${claim}/threads`, { body: 'LEAK' }).expect(303)
    await publish()
    expect(got).toEqual([])
    await run()
    expect(got.length).toBe(1)
    expect(site.requests[0]).toMatchObject({ method: 'POST', url: '/told?by=stet' })
    const { headers, body } = got[0] ?? { headers: {}, body: '' }
    const timestamp = String(clock.now().getTime() / 1_000)
    const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
    expect(headers).toEqual({ timestamp, signature: `v1=${signature}`, event: 'published' })
    const told = MessageShape.parse(JSON.parse(body))
    expect(told).toMatchObject({
      id: changeId({ key: 'r1.1/1', at: '2025-05-12T09:00:00.000Z' }),
      type: 'published',
      time: '2025-05-12T09:00:00.000Z',
      change: { why: 'published', kind: null },
      claim: { key: 'r1.1', state: 'published', statement: 'The harbour closed on Monday.', rating: { key: 'false' } },
    })
    expect(told.url).toMatch(/^https:\/\/stet\.example\/reports\/port-ellery\/1-/)
    expect(Object.keys(told)).toEqual(['id', 'type', 'time', 'url', 'path', 'change', 'claim'])
    expect(body).not.toContain('LEAK')
    expect(body).not.toContain('Cleo')
  })

  it('is known for ours by the code that the page of the API shows, and what was changed is not', async () => {
    const { visitor, secret, got, site, publish, run, clock } = await desk(['published'])
    await publish()
    await run()
    const [, shown = ''] = /<code>(import [^]*?)<\/code>/.exec((await visitor.get('/api').expect(200)).text) ?? []
    const code = shown.replaceAll('&#39;', `'`).replaceAll('&lt;', '<').replaceAll('&amp;', '&')
    const { isOurs } = await import(`data:text/javascript,${encodeURIComponent(`${code}\nexport { isOurs }`)}`)
    const [headers, body] = [site.requests[0]?.headers, Buffer.from(got[0]?.body ?? '')]
    vi.useFakeTimers({ toFake: ['Date'], now: clock.now() })
    onTestFinished(() => void vi.useRealTimers())
    expect(isOurs(secret, headers, body)).toBe(true)
    expect(isOurs(`${secret}x`, headers, body)).toBe(false)
    expect(isOurs(secret, headers, `${body.toString()} `)).toBe(false)
    expect(isOurs(secret, { ...headers, 'stet-signature': 'ü'.repeat(67) }, body)).toBe(false)
    expect(isOurs(secret, {}, body)).toBe(false)
    vi.setSystemTime(clock.now().getTime() + 301_000)
    expect(isOurs(secret, headers, body)).toBe(false)
  })

  it('is told only what it wants to know, each message once', async () => {
    const { news, decision, claim, editor, got, publish, run } = await desk(['corrected'])
    await publish()
    await run()
    expect(got).toEqual([])
    await editor.post(`/claims/${claim}/corrections`, typedCorrection(decision)).expect(303)
    const other = await news.as(news.ada)
    await other.post('/proposals/1/review', { outcome: 'approved' }).expect(303)
    await run()
    expect(got.map(({ headers }) => headers.event)).toEqual(['corrected'])
    expect(JSON.parse(got[0]?.body ?? '')).toMatchObject({
      id: changeId({ key: 'r1.1/2', at: '2025-05-12T09:00:00.000Z' }),
      type: 'corrected',
      change: { why: 'corrected' },
    })
    await run()
    expect(got.length).toBe(1)
  })

  it('is told of a publication after an older copy of the database was put back by an id that it has not had', async () => {
    const ids = []
    for (const hours of [0, 1]) {
      const { clock, publish, run, got } = await desk(['published'])
      clock.advance(hours * 3_600_000)
      await publish()
      await run()
      ids.push(JSON.parse(got[0]?.body ?? '').id)
    }
    expect(new Set(ids).size).toBe(2)
  })

  it('is told of in the list for a month', async () => {
    const { as, ada, publish, run, clock, db } = await desk(['published'])
    await publish()
    await run()
    clock.advance(31 * 24 * 3_600_000)
    await (await as(ada)).post('/settings/webhooks/1/test').expect(303)
    await run()
    expect(db.writer.sqlite.prepare('SELECT id FROM webhook_deliveries').pluck().all()).toEqual([2])
  })

  it('is tested, and removed with its secret', async () => {
    const { admin, got, secret, publish, run, db } = await desk(['published'])
    await admin.post('/settings/webhooks/1/test').expect(303)
    await run()
    expect(JSON.parse(got[0]?.body ?? '')).toEqual({ id: 'test-1', type: 'test', time: '2025-05-12T09:00:00.000Z' })
    await publish()
    await admin.post('/settings/webhooks/1/removal').expect(303)
    await run()
    expect(got.length).toBe(1)
    expect((await admin.get('/settings/webhooks')).text).toContain('Not sent')
    await admin.post('/settings/webhooks/1/test').expect(404)
    expect(db.writer.sqlite.serialize().includes(secret)).toBe(false)
  })

  it('is asked for in the transaction of the publication: both are there or neither', async () => {
    const { db, claim, editor, decision, run, got } = await desk(['published'])
    db.writer.sqlite.exec(`CREATE TRIGGER no_jobs BEFORE INSERT ON jobs BEGIN SELECT RAISE(ABORT, 'no'); END`)
    await editor.post(`/claims/${claim}/publication`, { decision }).expect(500)
    const count = (sql: string) => db.writer.sqlite.prepare(sql).pluck().get()
    expect(count('SELECT count(*) FROM editions')).toBe(0)
    expect(count(`SELECT count(*) FROM events WHERE type = 'claim.published'`)).toBe(0)
    db.writer.sqlite.exec('DROP TRIGGER no_jobs')
    await editor.post(`/claims/${claim}/publication`, { decision }).expect(303)
    await run()
    expect(got.length).toBe(1)
  })

  it('goes nowhere inside the network that is not allowed, and is an admin’s to add', async () => {
    const { admin, editor, publish, run, news } = await desk(['published'])
    const form = { address: 'http://127.0.0.1:9/', events: 'published' }
    await editor.get('/settings/webhooks').expect(403)
    await editor.post('/settings/webhooks', form).expect(403)
    await admin.post('/settings/webhooks', { ...form, address: 'ftp://x.example' }).expect(422)
    await admin.post('/settings/webhooks', { address: 'https://x.example' }).expect(422)
    await admin.post('/settings/webhooks', form).expect(200)
    await publish()
    await run()
    const rows = news.db.writer.sqlite.prepare('SELECT state, status, problem FROM webhook_deliveries').all()
    expect(rows).toEqual([
      { state: 'delivered', status: 204, problem: null },
      { state: 'waiting', status: null, problem: expect.any(String) },
    ])
  })
})
