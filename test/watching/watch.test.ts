import { describe, expect, it } from 'vitest'
import { eventsOf } from '../../server/history/store.ts'
import { jobKinds } from '../../server/job-kinds.ts'
import { runDueJobs } from '../../server/jobs/runner.ts'
import { wordsOf } from '../accounts/cookies.ts'
import { aSource } from '../evidence/harbour.ts'
import { newsroom } from '../support/newsroom.ts'
import { validator } from '../support/validator.ts'
import { pageWith, passage, watchingRoom } from './rig.ts'

describe('watching in a newsroom', () => {
  it('is off until an admin switches it on, and the page says what it shows of the newsroom', async () => {
    const { as, cleo, ada, db } = await newsroom()
    const source = await aSource(db, 'The wall', { url: 'https://wall.example/' })
    const checker = await as(cleo)
    expect((await checker.get(`/sources/${source}`)).text).not.toContain('Watch this source')
    expect((await checker.post(`/sources/${source}/watch`).expect(422)).text).toContain('switched off in this newsroom')
    const setting = await checker.get('/settings/watching').expect(200)
    expect(wordsOf(setting)).toContain('shows the address of this server to the site')
    expect(setting.text).not.toContain('<form class="form"')
    await checker.post('/settings/watching', { watching: 'on', hours: '24' }).expect(403)
    const admin = await as(ada)
    await admin.post('/settings/watching', { watching: 'on', hours: '5' }).expect(422)
    await admin.post('/settings/watching', { watching: 'on', hours: '72' }).expect(303)
    expect(wordsOf(await checker.get('/settings/watching'))).toContain('On , every 3 days')
    expect((await checker.get(`/sources/${source}`)).text).toContain('Watch this source')
    const [event] = await eventsOf(db.reader, { viewer: 0 }, { limit: 1 })
    expect(JSON.parse(String(event?.body))).toMatchObject({ type: 'watching.switched', data: { on: true, hours: 72 } })
  })

  it('stops all looks when it is switched off', async () => {
    const { watch, later, outcomes, admin, checker, source } = await watchingRoom()
    await watch()
    await admin.post('/settings/watching', { watching: 'off', hours: '24' }).expect(303)
    await later(2)
    expect(await outcomes()).toEqual(['first'])
    expect(wordsOf(await checker.get(`/sources/${source}/watch`))).toContain('switched off in this newsroom')
  })
})

describe('watching a source', () => {
  it('keeps a copy at once, looks again each day, and says what it found', async () => {
    const { watch, later, outcomes, looks, checker, source, asked, clock, look } = await watchingRoom()
    await watch()
    const [first] = await looks()
    expect(first).toMatchObject({ outcome: 'first', comparedId: null, lost: [] })
    expect(first?.keptId).not.toBeNull()
    clock.advance(23 * 3_600_000)
    await look()
    expect(await outcomes()).toHaveLength(1)
    clock.advance(4 * 3_600_000)
    await look()
    expect(await outcomes()).toEqual(['first', 'unchanged'])
    await later(2)
    expect(await outcomes()).toEqual(['first', 'unchanged', 'unchanged', 'unchanged'])
    expect(asked().filter((path) => path === '/page')).toHaveLength(4)
    const page = await checker.get(`/sources/${source}/watch`).expect(200)
    expect((await validator.validateString(page.text)).results).toEqual([])
    expect(wordsOf(page)).toMatch(/Watched , since .* by Cleo .*Unchanged\./)
    expect(wordsOf(await checker.get(`/sources/${source}`))).toContain('Watched. Unchanged')
  })

  it('does it no more once somebody ends it', async () => {
    const { watch, later, outcomes, checker, source, db } = await watchingRoom()
    await watch()
    await checker.post(`/sources/${source}/watch/end`).expect(303)
    await later(2)
    expect(await outcomes()).toEqual(['first'])
    const events = await eventsOf(db.reader, { viewer: 0 }, { limit: 10 })
    const types = events.map(({ body }) => (JSON.parse(String(body)) as { type: string }).type)
    expect(types.filter((type) => type.startsWith('source.watch'))).toEqual(['source.watch_ended', 'source.watched'])
  })

  it('looks when somebody asks, but leaves the site a minute', async () => {
    const { watch, look, outcomes, checker, source, clock, asked } = await watchingRoom()
    await watch()
    await checker.post(`/sources/${source}/watch/look`).expect(303)
    await look()
    expect(await outcomes()).toEqual(['first'])
    clock.advance(61_000)
    await look()
    expect(await outcomes()).toEqual(['first', 'unchanged'])
    expect(asked()).toEqual(['/robots.txt', '/page', '/page'])
  })

  it('leaves a minute between two pages of a site, also after the server was down for days', async () => {
    const { site, db, checker, look, asked, clock, pages } = await watchingRoom()
    const many = ['/a', '/b', '/c', '/d']
    for (const path of many) {
      pages[path] = pageWith(passage)
      const id = await aSource(db, path, { url: site.address + path })
      await checker.post(`/sources/${id}/watch`).expect(303)
    }
    const times: number[] = []
    const count = () => asked().filter((path) => path !== '/robots.txt').length
    for (let second = 0; second < 300; second += 10) {
      const before = count()
      await look()
      for (let more = before; more < count(); more++) times.push(second)
      clock.advance(10_000)
    }
    expect(times).toEqual([0, 60, 120, 180])
    clock.advance(72 * 3_600_000)
    await look()
    expect(count()).toBe(5)
    clock.advance(60_000)
    await look()
    expect(count()).toBe(6)
  })

  it('is not for readers, nor for what has no address', async () => {
    const { as, rita, checker, db, watch } = await watchingRoom()
    await watch()
    const reader = await as(rita)
    const page = await reader.get('/sources/1/watch').expect(200)
    expect(page.text).not.toMatch(/Look now|End the watch/)
    await reader.post('/sources/1/watch/end').expect(403)
    const paper = await aSource(db, 'A paper')
    expect((await checker.post(`/sources/${paper}/watch`).expect(422)).text).toContain('without an address')
    await checker.post('/sources/99/watch').expect(404)
  })
})

describe('a confidential source', () => {
  it('is never watched, and the reason is told', async () => {
    const { checker, source, look, asked } = await watchingRoom({ confidential: true })
    const refused = await checker.post(`/sources/${source}/watch`).expect(422)
    expect(refused.text).toContain('A confidential source is not watched')
    await checker.post(`/sources/${source}/watch/look`).expect(422)
    await look()
    expect(asked()).toEqual([])
  })

  it('is not looked at any more from when it became one, and readers learn nothing of the watch', async () => {
    const { watch, checker, source, later, asked, as, rita, site, pages } = await watchingRoom()
    await watch()
    const before = asked().length
    const fields = { title: 'The wall', url: `${site.address}/page`, kind: 'record', confidential: 'yes', version: 1 }
    await checker.post(`/sources/${source}`, fields).expect(303)
    pages['/page'] = { status: 404 }
    await later(2)
    expect(asked()).toHaveLength(before)
    expect(wordsOf(await checker.get(`/sources/${source}/watch`))).toContain('A confidential source is not watched')
    const reader = await as(rita)
    await reader.get(`/sources/${source}/watch`).expect(404)
    expect((await reader.get('/history')).text).not.toContain('The wall')
  })
})

it('a look that cannot be taken now is tried again later', async () => {
  const { watch, world, outcomes, look, clock } = await watchingRoom()
  const { fetching } = world
  world.fetching = { ...fetching, turns: { take: () => Promise.resolve(undefined) } }
  await watch()
  expect(await outcomes()).toEqual(['unreached'])
  world.fetching = fetching
  clock.advance(3_600_000)
  await look()
  expect(await runDueJobs(world, jobKinds)).toBe(0)
})
