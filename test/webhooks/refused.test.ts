import { describe, expect, it } from 'vitest'
import { jobKinds } from '../../server/job-kinds.ts'
import { newRunner } from '../../server/jobs/runner.ts'
import { MessageShape } from '../../server/webhooks/message.ts'
import { desk, receiver, silence } from './desk.ts'

describe('a webhook, when a message is not taken,', () => {
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
    await run()
    expect(got.length).toBe(1)
    clock.advance(6 * 3_600_000)
    await run()
    const told = got.slice(1).map(({ body }) => MessageShape.parse(JSON.parse(body)))
    expect(told.map(({ type }) => type)).toEqual(['published', 'corrected'])
    for (const message of told)
      expect(message.claim).toMatchObject({ state: 'withdrawn', rating: null, rationale: null })
  })

  it('that says it is gone is paused, its message is among the failed jobs, and goes when an admin says so', async () => {
    const { admin, got, publish, run } = await desk(['published'], [410])
    const page = async () => (await admin.get('/settings/webhooks').expect(200)).text
    await publish()
    await run()
    expect(await page()).toMatch(/<b>Paused<\/b>[^]*it answers that it is gone[^]*<b>Failed<\/b>/)
    expect((await admin.get('/jobs')).text).toContain('Tell another program what was published')
    await admin.post('/jobs/1/retry').expect(303)
    await run()
    expect(got.length).toBe(1)
    await admin.post('/settings/webhooks/1/resumption').expect(303)
    await run()
    expect(got.length).toBe(2)
    expect(await page()).toContain('<b>Delivered</b>')
    expect(await page()).not.toContain('<b>Paused</b>')
    await admin.post('/settings/webhooks/1/resumption').expect(409)
  })

  it('that hangs holds up its own messages, and nobody else’s', async () => {
    const quick = await receiver()
    const { admin, got, publish, announceAgain, world } = await desk(['published'], [silence], [quick.site.host])
    await admin.post('/settings/webhooks', { address: quick.site.address, events: 'published' }).expect(200)
    await publish()
    await announceAgain()
    const runner = newRunner(world, jobKinds)
    await runner.look()
    await expect.poll(() => quick.got.length, { timeout: 5_000 }).toBe(2)
    expect(got.length).toBe(1)
    await runner.stop()
  })

  it('that takes nothing for three days is paused, admins are told, and what waited goes when one says so', async () => {
    const room = await desk(
      ['published'],
      Array.from({ length: 18 }, () => 500),
    )
    const { as, ada, edith, got, publish, announceAgain, run, clock, db } = room
    const asked = async (path: string) => (await (await as(ada)).get(path).expect(200)).text
    const told = 'A webhook is told nothing any more'
    await publish()
    for (const _more of [1, 2]) await announceAgain()
    for (let hours = 0; hours < 96; hours += 6) {
      await run()
      clock.advance(6 * 3_600_000)
    }
    expect(await asked('/settings/webhooks')).toContain('It has taken nothing since')
    expect(await asked('/notifications')).not.toContain(told)
    await run()
    expect(got.length).toBe(18)
    expect(await asked('/settings/webhooks')).toMatch(/<b>Paused<\/b>[^]*it has taken nothing for 3 days/)
    const [, notice = ''] = new RegExp(`id="notice-(\\d+)">[^]{0,200}${told}`).exec(await asked('/notifications')) ?? []
    const opened = await (await as(ada)).post(`/notifications/${notice}/opening`).expect(303)
    expect(opened.headers.location).toBe('/settings/webhooks#webhook-1')
    expect((await (await as(edith)).get('/notifications')).text).not.toContain(told)
    await announceAgain()
    await (await as(ada)).post('/settings/webhooks/1/test').expect(303)
    await run()
    expect(got.slice(18).map(({ headers }) => headers.event)).toEqual(['test'])
    await (await as(ada)).post('/settings/webhooks/1/resumption').expect(303)
    await run()
    const states = db.writer.sqlite.prepare('SELECT state FROM webhook_deliveries ORDER BY id').pluck()
    expect(states.all()).toEqual(['failed', 'failed', 'delivered', 'delivered', 'delivered'])
    const events = db.writer.sqlite.prepare(`SELECT type FROM events WHERE type LIKE 'webhook.%' ORDER BY seq`).pluck()
    expect(events.all()).toEqual(['webhook.added', 'webhook.paused', 'webhook.tested', 'webhook.resumed'])
  })
})
