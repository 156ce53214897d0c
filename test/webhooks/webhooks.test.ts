import { createHmac } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { jobKinds } from '../../server/job-kinds.ts'
import { runDueJobs } from '../../server/jobs/runner.ts'
import { decided, typedCorrection } from '../corrections/published.ts'
import { harbour } from '../evidence/harbour.ts'
import { peer } from '../fetching/peer.ts'
import { newsroom } from '../support/newsroom.ts'
import { changeId } from '../../server/reports/change-id.ts'
import { MessageShape } from '../../server/webhooks/message.ts'

type Got = { headers: Record<string, string | undefined>; body: string }

/** A program that is told, with what it answers, one status after the other, and what it got. */
async function receiver(statuses: number[] = []) {
  const got: Got[] = []
  const site = await peer(async (req, res) => {
    const { 'stet-timestamp': timestamp, 'stet-signature': signature, 'stet-event': event } = req.headers
    got.push({ headers: { timestamp, signature, event } as Got['headers'], body: await text(req) })
    res.writeHead(statuses.shift() ?? 204).end()
  })
  return { got, site }
}

/** A newsroom with a decided claim, and an admin who has had the program told of what is published. */
async function desk(events: string[], statuses: number[] = []) {
  const { got, site } = await receiver(statuses)
  const news = await newsroom({ PUBLIC_URL: 'https://stet.example', FETCH_ALLOW: site.host })
  const { claims } = await harbour(news.db, 2)
  const claim = claims[0] ?? 0
  const decision = await decided(news, claim)
  const admin = await news.as(news.ada)
  const made = await admin.post('/settings/webhooks', { address: `${site.address}/told?by=stet`, events }).expect(200)
  const secret = /value="(stetwh_[\w-]{43})"/.exec(made.text)?.[1] ?? ''
  const editor = await news.as(news.edith)
  const publish = () => editor.post(`/claims/${claim}/publication`, { decision }).expect(303)
  const run = () => runDueJobs(news.world, jobKinds)
  return { ...news, news, claim, decision, admin, editor, secret, got, site, publish, run }
}

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

  it('is tried again until it is taken, and the list says with which answer', async () => {
    const { as, ada, got, publish, run, clock } = await desk(['published'], [500, 302])
    await publish()
    for (let tried = 1; tried <= 3; tried++) {
      await run()
      expect(got.length).toBe(tried)
      const page = (await (await as(ada)).get('/settings/webhooks').expect(200)).text
      expect(page).toContain(tried < 3 ? '<b>Waiting</b>' : '<b>Delivered</b>')
      expect(page).toContain(`<span class="number">${[500, 302, 204][tried - 1]}</span>`)
      clock.advance(6 * 3_600_000)
    }
    expect(new Set(got.map(({ body }) => JSON.parse(body).id)).size).toBe(1)
    expect(new Set(got.map(({ headers }) => headers.signature)).size).toBe(3)
    await run()
    expect(got.length).toBe(3)
  })

  it('says what is public by then, when a message is overtaken by a withdrawal', async () => {
    const { claim, decision, as, edith, ada, got, publish, run, clock } = await desk(['published', 'corrected'], [500])
    await publish()
    await run()
    expect(JSON.parse(got[0]?.body ?? '').claim).toMatchObject({ state: 'published', rationale: expect.any(String) })
    const withdrawal = { kind: 'withdrawal', note: 'We no longer stand by it.', decision }
    await (await as(edith)).post(`/claims/${claim}/corrections`, withdrawal).expect(303)
    await (await as(ada)).post('/proposals/1/review', { outcome: 'approved' }).expect(303)
    clock.advance(6 * 3_600_000)
    await run()
    const told = got.slice(1).map(({ body }) => MessageShape.parse(JSON.parse(body)))
    expect(new Set(told.map(({ id }) => id)).size).toBe(2)
    for (const message of told)
      expect(message.claim).toMatchObject({ state: 'withdrawn', rating: null, rationale: null })
  })

  it('that says it is gone, or never answers well, ends among the failed jobs', async () => {
    const gone = await desk(['published'], [410])
    await gone.publish()
    await gone.run()
    expect((await gone.admin.get('/settings/webhooks')).text).toContain('<b>Failed</b>')
    expect((await gone.admin.get('/jobs')).text).toContain('Tell another program what was published')
    await gone.admin.post('/jobs/1/retry').expect(303)
    await gone.run()
    expect((await gone.admin.get('/settings/webhooks')).text).toContain('<b>Delivered</b>')
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
