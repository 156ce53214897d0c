import { describe, expect, it } from 'vitest'
import { historyOf } from '../../server/history/history.ts'
import { keyOf } from '../../server/scales/key.ts'
import { listScales, ratingsFor, readScale } from '../../server/scales/scale.ts'
import { wordsOf } from '../accounts/cookies.ts'
import { harbour } from '../evidence/harbour.ts'
import { newsroom } from '../support/newsroom.ts'
import { typedVerdict } from '../verdicts/harbour.ts'

async function admins() {
  const news = await newsroom()
  return { ...news, adas: await news.as(news.ada) }
}

const typedRating = { label: 'So-so', definition: 'Neither right nor wrong.', value: '3', tone: 'half', shape: 'half' }

describe('the scales of the field', () => {
  it('are there at one click, with their ratings in order and off-axis ones without a number', async () => {
    const { db, adas, ada } = await admins()
    expect(wordsOf(await adas.get('/settings/scales'))).toMatch(/Add AVeriTeC .*Add Plain/)
    await adas.post('/settings/presets', { preset: 'averitec' }).expect(303)
    const { ratings } = await readScale(db.reader, 'averitec')
    expect(ratings.map(({ key, value }) => [key, value])).toEqual([
      ['supported', 5],
      ['refuted', 1],
      ['not-enough-evidence', null],
      ['conflicting-evidence', null],
    ])
    expect((await adas.get('/settings/scales')).text).not.toContain('Add AVeriTeC')
    await adas.post('/settings/presets', { preset: 'averitec' }).expect(409)
    await adas.post('/settings/presets', { preset: 'none' }).expect(404)
    const [line] = await historyOf(db.reader, ada, {}, { limit: 1 })
    expect(line?.type).toBe('scale.added')
  })

  it('take other keys where theirs are taken: a key means one rating, whatever the scale', async () => {
    const { db, adas } = await admins()
    await adas.post('/settings/scales', { name: 'Ours' }).expect(303)
    await adas.post('/settings/scales/ours/ratings', { ...typedRating, label: 'Accurate', version: 1 }).expect(303)
    await adas.post('/settings/presets', { preset: 'plain' }).expect(303)
    expect((await readScale(db.reader, 'plain')).ratings[0]?.key).toBe('accurate-2')
  })
})

describe('a scale of one’s own', () => {
  it('begins empty, and cannot be put in force before it has two ratings', async () => {
    const { db, adas } = await admins()
    const made = await adas.post('/settings/scales', { name: 'Été!' }).expect(303)
    expect(made.headers.location).toBe('/settings/scales/ete')
    expect(wordsOf(await adas.post('/settings/scale', { scale: 'ete' }).expect(422))).toContain('One field needs')
    await adas.post('/settings/scales/ete/ratings', { ...typedRating, version: 1 }).expect(303)
    await adas.post('/settings/scales/ete/ratings', { ...typedRating, label: 'Fine', version: 2, place: 1 }).expect(303)
    await adas.post('/settings/scale', { scale: 'ete' }).expect(303)
    const [first] = await listScales(db.reader)
    expect(first).toMatchObject({ key: 'ete', inForce: true, ratings: [{ key: 'fine' }, { key: 'so-so' }] })
  })

  it('has a name of its own, and shows who lost a race what was saved', async () => {
    const { db, adas } = await admins()
    expect(wordsOf(await adas.post('/settings/scales', { name: 'five STEPS' }).expect(422))).toContain('has this name')
    await adas.post('/settings/scales/five-step', { name: 'Truth', version: 1 }).expect(303)
    const lost = await adas.post('/settings/scales/five-step', { name: 'Veracity', version: 1 }).expect(409)
    expect(wordsOf(lost)).toContain('Saved meanwhile by a colleague: Truth')
    expect((await readScale(db.reader, 'five-step')).name).toBe('Truth')
  })

  it('is retired but for the one in force, and not offered any more', async () => {
    const { adas } = await admins()
    expect(wordsOf(await adas.post('/settings/scales/five-step/retirement').expect(409))).toContain('Put another one')
    await adas.post('/settings/presets', { preset: 'plain' }).expect(303)
    expect((await adas.get('/articles/new')).text).toContain('<option value="plain"')
    await adas.post('/settings/scales/plain/retirement').expect(303)
    expect((await adas.get('/articles/new')).text).not.toContain('<option value="plain"')
    await adas.post('/settings/scale', { scale: 'plain' }).expect(422)
    await adas.post('/settings/scales/plain', { name: 'Plainer', version: 2 }).expect(409)
    await adas.get('/settings/scales/nothing').expect(404)
  })
})

describe('the scale of an article', () => {
  it('is what verdicts on its claims are given by; others keep the newsroom’s', async () => {
    const { db, adas, cleo, as } = await admins()
    const { article, claims } = await harbour(db)
    const [claim = 0] = claims
    await adas.post('/settings/presets', { preset: 'plain' }).expect(303)
    const details = { title: 'Port Ellery', kind: 'article', language: 'en', scale: 'plain', version: 1 }
    await adas.post(`/articles/${article}`, details).expect(303)
    expect((await ratingsFor(db.reader, claim)).map(({ key }) => key)).toContain('cannot-be-verified')
    const cleos = await as(cleo)
    expect((await cleos.get(`/claims/${claim}/verdicts/new`)).text).toContain('Cannot be verified')
    await cleos.post(`/claims/${claim}/verdicts`, typedVerdict).expect(422)
    const [plain] = await ratingsFor(db.reader, claim)
    await cleos.post(`/claims/${claim}/verdicts`, { ...typedVerdict, rating: plain?.id ?? 0 }).expect(303)
    const told = wordsOf(await adas.post(`/articles/${article}`, { ...details, scale: 'x', version: 2 }).expect(422))
    expect(told).toContain('One field needs another look')
  })
})

it('shows the ratings of several scales in the filter, each under its scale', async () => {
  const { adas } = await admins()
  expect((await adas.get('/claims')).text).not.toContain('<optgroup')
  await adas.post('/settings/presets', { preset: 'plain' }).expect(303)
  const { text } = await adas.get('/claims')
  expect(text).toMatch(/<optgroup label="Five steps">[^]*?Satire[^]*?<\/optgroup>/)
  expect(text).toMatch(/<optgroup label="Plain">[^]*?Inaccurate[^]*?<\/optgroup>/)
})

it.each(['edith', 'cleo', 'rita'] as const)('are read, not changed, by %s', async (name) => {
  const news = await newsroom()
  const browser = await news.as(news[name])
  expect(wordsOf(await browser.get('/settings/scales'))).toContain('Five steps')
  expect((await browser.get('/settings/scales/five-step')).text).not.toContain('<form class="form"')
  await browser.get('/ratings/1/edit').expect(403)
  await browser.get('/ratings/preview').expect(403)
})

it('makes keys that stand in addresses and files', () => {
  expect(['Mostly true!', ' -- ', 'Übertrieben', 'معلّق', 'a'.repeat(80)].map((name) => keyOf(name, 'rating'))).toEqual([
    'mostly-true',
    'rating',
    'ubertrieben',
    'rating',
    'a'.repeat(50),
  ])
})
