import { expect, it } from 'vitest'
import { readLevels } from '../../server/readiness/policy.ts'
import { historyOf, plainLine } from '../../server/history/history.ts'
import { wordsOf } from '../accounts/cookies.ts'
import { newsroom } from '../support/newsroom.ts'

const begun = { evidence: 'warning', weight: 'warning', both_sides: 'off', claimant_asked: 'off', passages: 'off' }
const typed = { ...begun, stamp: 'warning.warning.off.off.off' }

it('begin with warnings about evidence, and nothing else', async () => {
  const { db } = await newsroom()
  expect(await readLevels(db.reader)).toEqual(begun)
})

it('are set by an admin, each change an event with what was before', async () => {
  const { db, as, ada } = await newsroom()
  const admin = await as(ada)
  await admin.post('/policies', { ...typed, evidence: 'bar', both_sides: 'warning' }).expect(303)
  expect(await readLevels(db.reader)).toEqual({ ...begun, evidence: 'bar', both_sides: 'warning' })
  const lines = await historyOf(db.reader, ada, { kind: 'people' }, { limit: 9 })
  expect(lines.map(plainLine)).toEqual([
    'Ada set the rule “Both sides were searched” to “Warn: a verdict needs a reason to go on”.',
    'Ada set the rule “There is evidence” to “Bar: no verdict before it is met”.',
  ])
})

it('show both sides to the loser of a race, who then can save', async () => {
  const { db, as, ada } = await newsroom()
  const admin = await as(ada)
  await admin.post('/policies', { ...typed, weight: 'bar' }).expect(303)
  const lost = await admin.post('/policies', { ...typed, weight: 'off' }).expect(409)
  expect(wordsOf(lost)).toContain('Saved meanwhile by a colleague: Bar: no verdict before it is met')
  const stamp = /name="stamp" value="([^"]*)"/.exec(lost.text)?.[1] ?? ''
  await admin.post('/policies', { ...typed, weight: 'off', stamp }).expect(303)
  expect((await readLevels(db.reader)).weight).toBe('off')
})

it('refuse what is no level, and change nothing', async () => {
  const { db, as, ada } = await newsroom()
  const admin = await as(ada)
  expect(wordsOf(await admin.post('/policies', { ...typed, weight: 'never' }).expect(422))).toContain('Choose off')
  await admin.post('/policies', { ...typed, more: 'x' }).expect(422)
  expect(await readLevels(db.reader)).toEqual(begun)
})

it.each(['edith', 'cleo', 'rita'] as const)('are read and not changed by %s', async (name) => {
  const news = await newsroom()
  const browser = await news.as(news[name])
  const page = await browser.get('/settings').expect(200)
  expect(wordsOf(page)).toContain('A primary source, or two independent ones Warn')
  expect(page.text).not.toContain('action="/policies"')
  await browser.post('/policies', { ...typed, evidence: 'off' }).expect(403)
  expect(await readLevels(news.db.reader)).toEqual(begun)
})
