import { expect, it } from 'vitest'
import { eventsOf } from '../../server/history/store.ts'
import { readSettings, snapshotRoom } from '../../server/settings/setting.ts'
import { wordsOf } from '../accounts/cookies.ts'
import { aSource } from '../evidence/harbour.ts'
import { aSnapshot } from '../snapshots/copies.ts'
import { newsroom } from '../support/newsroom.ts'

it('begin with deciding alone only while alone', async () => {
  const { db } = await newsroom()
  expect(await readSettings(db.reader)).toEqual({ newsroom: 'Our newsroom', deciding: 'alone', version: 1 })
})

it('are read by everyone, with the scale and what its ratings mean', async () => {
  const { as, rita } = await newsroom()
  const page = await (await as(rita)).get('/settings').expect(200)
  expect(wordsOf(page)).toContain('A checker decides alone only while there is one active checker')
  expect(wordsOf(page)).toMatch(/Mostly true .* 4 .*Satire .* no number/)
  expect(page.text).not.toContain('action="/settings"')
})

it('are changed by an admin, and the history says what was before', async () => {
  const { as, ada, db } = await newsroom()
  const admin = await as(ada)
  await admin.post('/settings', { newsroom: ' Check Desk ', deciding: 'second', version: 1 }).expect(303)
  expect(await readSettings(db.reader)).toEqual({ newsroom: 'Check Desk', deciding: 'second', version: 2 })
  const [event] = await eventsOf(db.reader, { viewer: 0 }, { limit: 1 })
  expect(JSON.parse(String(event?.body))).toMatchObject({
    type: 'settings.changed',
    actor: ada.id,
    data: {
      before: { newsroom: 'Our newsroom', deciding: 'alone' },
      after: { newsroom: 'Check Desk', deciding: 'second' },
    },
  })
  await admin.post('/settings', { newsroom: 'Check Desk', deciding: 'second', version: 2 }).expect(303)
  expect((await readSettings(db.reader)).version).toBe(2)
})

it('show both sides to the loser of a race, who then can save', async () => {
  const { as, ada, db } = await newsroom()
  const admin = await as(ada)
  await admin.post('/settings', { newsroom: 'First', deciding: 'second', version: 1 }).expect(303)
  const lost = await admin.post('/settings', { newsroom: 'Mine', deciding: 'always', version: 1 }).expect(409)
  expect(lost.text).toContain('value="Mine"')
  expect(wordsOf(lost)).toContain('Saved meanwhile by a colleague: First')
  expect(wordsOf(lost)).toContain('Saved meanwhile by a colleague: A second person always approves')
  expect(lost.text).toContain('name="version" value="2"')
  await admin.post('/settings', { newsroom: 'Mine', deciding: 'always', version: 2 }).expect(303)
  expect((await readSettings(db.reader)).newsroom).toBe('Mine')
})

it('refuse what is no setting, keeping what was typed', async () => {
  const { as, ada } = await newsroom()
  const admin = await as(ada)
  const page = await admin.post('/settings', { newsroom: ' ', deciding: 'nobody', version: 1 }).expect(422)
  expect(wordsOf(page)).toContain('Write the name of your newsroom')
  expect(wordsOf(page)).toContain('Choose who decides')
  await admin.post('/settings', { newsroom: 'X', deciding: 'alone', version: 1, admin: 'yes' }).expect(422)
})

it.each(['edith', 'cleo', 'rita'] as const)('are not changed by %s', async (name) => {
  const news = await newsroom()
  const browser = await news.as(news[name])
  await browser.post('/settings', { newsroom: 'Mine', deciding: 'always', version: 1 }).expect(403)
  expect((await readSettings(news.db.reader)).newsroom).toBe('Our newsroom')
})

it('say how much room there is for copies of sources, which an admin changes', async () => {
  const { as, ada, edith, db } = await newsroom()
  const source = await aSource(db, 'Harbour log')
  await aSnapshot(db, source, 'x'.repeat(1_234_567))
  const admin = await as(ada)
  expect(wordsOf(await admin.get('/settings'))).toContain('1.2 MB of 10 GB are used')
  await admin.post('/settings/copies', { gigabytes: '25', version: 1 }).expect(303)
  expect(wordsOf(await admin.get('/settings'))).toContain('1.2 MB of 25 GB are used')
  expect(await snapshotRoom(db.reader)).toBe(25_000_000_000 - 1_234_567)
  const late = await admin.post('/settings/copies', { gigabytes: '7', version: 1 }).expect(409)
  expect(late.text).toContain('value="7"')
  for (const gigabytes of ['0', '1.5', 'many', '99999', ''])
    expect(wordsOf(await admin.post('/settings/copies', { gigabytes, version: 2 }).expect(422))).toContain(
      'Give a whole number',
    )
  const editor = await as(edith)
  expect((await editor.get('/settings')).text).not.toContain('/settings/copies')
  await editor.post('/settings/copies', { gigabytes: '7', version: 2 }).expect(403)
  expect(wordsOf(await admin.get('/history'))).toContain('room for copies of sources, in GB')
})
