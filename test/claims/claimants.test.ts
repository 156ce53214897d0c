import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { claimants, events } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { readClaim } from '../../server/claims/claim.ts'
import { findOrAddClaimant, readClaimant } from '../../server/claims/claimant.ts'
import { claimValues } from '../../server/claims/field-values.ts'
import { newsroom } from '../support/newsroom.ts'
import { aClaim, anArticle } from './port-ellery.ts'

const meet = async (news: Awaited<ReturnType<typeof newsroom>>, name: string, role = '') =>
  write(news.db, (tx) => findOrAddClaimant(tx, null, { name, role }))

it('is the same claimant however the name is spelled', async () => {
  const news = await newsroom()
  const first = await meet(news, 'John  Healey', 'Defence Secretary')
  expect(await meet(news, ' john healey ', 'DEFENCE secretary')).toBe(first)
  expect(await meet(news, 'JOHN HEALEY')).toBe(first)
  expect(await readClaimant(news.db.reader, first)).toMatchObject({ name: 'John Healey', role: 'Defence Secretary' })
})

it('is another claimant in another role, and then a name alone says too little', async () => {
  const news = await newsroom()
  const minister = await meet(news, 'Ann Lee', 'Minister')
  const mayor = await meet(news, 'Ann Lee', 'Mayor')
  const bare = await meet(news, 'Ann Lee')
  expect(new Set([minister, mayor, bare]).size).toBe(3)
  expect(await meet(news, 'ann lee')).toBe(bare)
})

async function master() {
  const news = await newsroom()
  const article = await anArticle(news.db, news.edith)
  await aClaim(news.db, news.edith, article, { claimant: 'Harbour master', claimantRole: 'Port Ellery' })
  return { ...news, browser: await news.as(news.cleo) }
}

it('has a page with what they said', async () => {
  const { browser } = await master()
  const page = await browser.get('/claimants/1').expect(200)
  expect(page.text).toContain('<h1 dir="auto">Harbour master</h1>')
  expect(page.text).toContain('href="/claims?claimant=1&amp;state=all"')
  expect(page.text).toContain('The silting of the harbour')
  expect((await browser.get('/claimants').expect(200)).text).toContain('Harbour master')
  await browser.get('/claimants/9').expect(404)
})

it('is renamed everywhere at once', async () => {
  const { browser, db } = await master()
  await browser.post('/claimants/1', { name: 'Ida  Quist', role: 'Harbour master', version: 1 }).expect(303)
  expect(await readClaimant(db.reader, 1)).toMatchObject({ name: 'Ida Quist', role: 'Harbour master', version: 2 })
  expect((await browser.get('/claims/1').expect(200)).text).toContain('Ida Quist')
  const late = await browser.post('/claimants/1', { name: 'Somebody', role: '', version: 1 }).expect(409)
  expect(late.text).toContain('Ida Quist')
  expect(late.text).toContain('value="Somebody"')
})

it('is a person or an organisation once somebody has said so, with an address that stands for them', async () => {
  const { browser, db } = await master()
  expect(await readClaimant(db.reader, 1)).toMatchObject({ kind: null, sameAs: null })
  const edit = { name: 'Harbour master', role: 'Port Ellery', version: 1 }
  const said = { kind: 'person', sameAs: 'https://www.wikidata.org/wiki/Q1' }
  await browser.post('/claimants/1', { ...edit, ...said }).expect(303)
  expect(await readClaimant(db.reader, 1)).toMatchObject(said)
  const page = (await browser.get('/claimants/1').expect(200)).text
  expect(page).toContain('<option value="person" selected>')
  expect(page).toContain('href="https://www.wikidata.org/wiki/Q1"')
  const wrong = await browser.post('/claimants/1', { ...edit, version: 2, kind: 'thing', sameAs: 'Q1' }).expect(422)
  expect(wrong.text).toContain('Choose a person, an organisation, or neither.')
  expect(wrong.text).toContain('Give the whole address')
  const [event] = await db.reader.select().from(events).where(eq(events.type, 'claimant.edited'))
  expect(JSON.parse(String(event?.body)).data.after).toEqual(said)
})

it('is a person or an organisation also where a claim of theirs is edited, and is never made another one there', async () => {
  const { browser, db } = await master()
  const form = async () => claimValues(await readClaim(db.reader, 1))
  await browser.post('/claims/1', { ...(await form()), claimantKind: '' }).expect(303)
  expect(await readClaimant(db.reader, 1)).toMatchObject({ kind: null, version: 1 })
  await browser.post('/claims/1', { ...(await form()), claimantKind: 'person' }).expect(303)
  expect(await readClaimant(db.reader, 1)).toMatchObject({ kind: 'person', version: 2 })
  await browser.post('/claims/1', { ...(await form()), claimantKind: '' }).expect(303)
  const other = await browser.post('/claims/1', { ...(await form()), claimantKind: 'organisation' }).expect(422)
  expect(other.text).toContain('“Harbour master” is known as a person.')
  expect(other.text).toContain('<option value="organisation" selected>')
  expect(await readClaimant(db.reader, 1)).toMatchObject({ kind: 'person', version: 2 })
  const edits = await db.reader.select().from(events).where(eq(events.type, 'claimant.edited'))
  expect(edits.map(({ body }) => JSON.parse(String(body)).data.after)).toEqual([{ kind: 'person' }])
})

it('is what was said where the first claim of theirs is made, and nothing where nothing was', async () => {
  const { browser, db, form } = await newClaim()
  const nameless = await browser.post('/claims', { ...form, claimantKind: 'organisation' }).expect(422)
  expect(nameless.text).toContain('Give the name of this person or organisation.')
  await browser.post('/claims', { ...form, claimant: 'The Bell', claimantKind: 'organisation' }).expect(303)
  await browser.post('/claims', { ...form, statement: 'It is quiet.', claimant: 'Ida Quist' }).expect(303)
  const known = await db.reader.select({ name: claimants.name, kind: claimants.kind }).from(claimants)
  expect(known).toEqual([
    { name: 'The Bell', kind: 'organisation' },
    { name: 'Ida Quist', kind: null },
  ])
  expect(await db.reader.select().from(events).where(eq(events.type, 'claimant.edited'))).toEqual([])
})

async function newClaim() {
  const news = await newsroom()
  const { articleId, versionId } = await anArticle(news.db, news.edith)
  const place = { article: articleId, text: versionId, start: 0, end: 8 }
  const form = { ...place, statement: 'It is so.', kind: 'event', priority: 2 }
  return { ...news, browser: await news.as(news.cleo), form }
}

it('cannot become a claimant that is already there', async () => {
  const news = await master()
  await meet(news, 'Ida Quist', 'Skipper')
  const page = await news.browser.post('/claimants/1', { name: 'ida quist', role: 'skipper', version: 1 }).expect(422)
  expect(page.text).toContain('There is already a claimant of this name and role.')
})

it('is not edited by readers', async () => {
  const { as, rita } = await master()
  const reader = await as(rita)
  expect((await reader.get('/claimants/1').expect(200)).text).not.toContain('Correct the name')
  await reader.post('/claimants/1', { name: 'X', role: '', version: 1 }).expect(403)
})
