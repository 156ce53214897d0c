import { expect, it } from 'vitest'
import { evidenceOf } from '../../server/evidence/evidence.ts'
import { eventsAfter } from '../../server/history/store.ts'
import { newsroom } from '../support/newsroom.ts'
import { aSource, anItem, harbour } from './harbour.ts'

async function desk() {
  const room = await newsroom()
  const { claims } = await harbour(room.db)
  const [claim = 0] = claims
  const source = await aSource(room.db, 'Tide table')
  const item = await anItem(room.db, room.cleo, claim, source)
  const events = async () => {
    const found = await eventsAfter(room.db.reader, 0, 500)
    const bodies = found.map(({ body }) => JSON.parse(body.toString()))
    return bodies.filter((event) => event.claim === claim).reverse()
  }
  const read = async () => (await evidenceOf(room.db.reader, room.cleo, claim))[0]
  return { ...room, claim, source, item, events, read, browser: await room.as(room.cleo) }
}

const typed = { stance: 'refutes', passage: 'Open on Monday.', locator: 'row 4', note: '', version: '1' }

it('is edited, and the history names the fields', async () => {
  const { browser, item, claim, events, read } = await desk()
  expect((await browser.get(`/evidence/${item}/edit`).expect(200)).text).toContain('Closed on Monday.')
  const answer = await browser.post(`/evidence/${item}`, typed).expect(303)
  expect(answer.headers.location).toBe(`/claims/${claim}#evidence-${item}`)
  expect(await read()).toMatchObject({ stance: 'refutes', passage: 'Open on Monday.', locator: 'row 4', version: 2 })
  const [event] = await events()
  expect(event.type).toBe('evidence.edited')
  expect(event.data.fields.sort()).toEqual(['locator', 'passage', 'stance'])
  expect(event.data.sha256).toMatch(/^[0-9a-f]{64}$/)
})

it('makes no event of an edit that changes nothing', async () => {
  const { browser, item, events, read } = await desk()
  const same = { stance: 'supports', passage: 'Closed on Monday.', locator: '', note: '', version: '1' }
  await browser.post(`/evidence/${item}`, same).expect(303)
  expect((await events())[0].type).toBe('evidence.added')
  expect((await read())?.version).toBe(1)
})

it('shows the loser of a race both texts, and lets them save again', async () => {
  const { as, ben, browser, item, read } = await desk()
  await (await as(ben)).post(`/evidence/${item}`, { ...typed, stance: 'context', passage: 'By Ben.' }).expect(303)
  const lost = await browser.post(`/evidence/${item}`, { ...typed, passage: 'By Cleo.' }).expect(409)
  expect(lost.text).toContain('By Cleo.')
  expect(lost.text).toMatch(/Saved meanwhile by a colleague:<\/p><blockquote[^>]*>By Ben\./)
  expect(lost.text).toMatch(/Saved meanwhile by a colleague:<\/p><blockquote[^>]*>Context/)
  const version = /name="version" value="(\d+)"/.exec(lost.text)?.[1] ?? ''
  await browser.post(`/evidence/${item}`, { ...typed, passage: 'By Cleo.', version }).expect(303)
  expect(await read()).toMatchObject({ passage: 'By Cleo.', version: 3 })
})

it('does not become a copy of another item', async () => {
  const { db, cleo, claim, source, browser, item } = await desk()
  await anItem(db, cleo, claim, source, 'Open on Monday.')
  const copy = { stance: 'supports', passage: 'Open on Monday.', version: '1' }
  expect((await browser.post(`/evidence/${item}`, copy).expect(409)).text).toContain('already has this source')
})

it('is withdrawn with a reason, and stays readable', async () => {
  const { browser, item, claim, events, read } = await desk()
  expect((await browser.post(`/evidence/${item}/withdrawal`, { reason: ' ' }).expect(422)).text).toContain('Say why')
  await browser.post(`/evidence/${item}/withdrawal`, { reason: 'The table is of 2019.' }).expect(303)
  expect(await read()).toMatchObject({ withdrawnReason: 'The table is of 2019.', withdrawnBy: 'Cleo' })
  const page = (await browser.get(`/claims/${claim}`)).text
  expect(page).toContain('<strong>Withdrawn</strong> by Cleo')
  expect(page).toContain('The table is of 2019.')
  expect(page).not.toContain(`/evidence/${item}/edit`)
  expect((await events())[0]).toMatchObject({ type: 'evidence.withdrawn', data: { reason: 'The table is of 2019.' } })
  expect(JSON.parse((await browser.get(`/claims/${claim}.json`)).text).evidenceCount).toBe(0)
})

it('cannot be changed or withdrawn after a withdrawal', async () => {
  const { browser, item } = await desk()
  await browser.post(`/evidence/${item}/withdrawal`, { reason: 'Old.' }).expect(303)
  expect((await browser.post(`/evidence/${item}`, typed).expect(409)).text).toContain('This evidence was withdrawn')
  await browser.post(`/evidence/${item}/withdrawal`, { reason: 'Again.' }).expect(409)
})

it('is changed by checkers only', async () => {
  const { as, rita, item, claim } = await desk()
  const reader = await as(rita)
  await reader.get(`/evidence/${item}/edit`).expect(403)
  await reader.post(`/evidence/${item}`, typed).expect(403)
  await reader.get(`/evidence/${item}/withdrawal`).expect(403)
  await reader.post(`/evidence/${item}/withdrawal`, { reason: 'x' }).expect(403)
  const page = (await reader.get(`/claims/${claim}`).expect(200)).text
  expect(page).toContain('Tide table')
  expect(page).not.toMatch(/Add evidence|\/evidence\/\d+\/(edit|withdrawal)/)
})

it('is answered with 404 where there is none', async () => {
  const { browser } = await desk()
  for (const path of ['/evidence/99/edit', '/evidence/99/withdrawal', '/evidence/0/edit', '/evidence/x/edit'])
    await browser.get(path).expect(404)
})
