import { expect, it } from 'vitest'
import { readClaim } from '../../server/claims/claim.ts'
import { claimValues } from '../../server/claims/field-values.ts'
import { newsroom } from '../support/newsroom.ts'
import { eventsAbout } from './events.ts'
import { aClaim, anArticle } from './port-ellery.ts'

async function room() {
  const news = await newsroom()
  const article = await anArticle(news.db, news.edith)
  const details = { claimant: 'Harbour master', claimantRole: 'Port Ellery', reportedBy: 'The Bell', tags: ['sand'] }
  const id = await aClaim(news.db, news.edith, article, details)
  const form = async () => claimValues(await readClaim(news.db.reader, id))
  return { ...news, article, id, form, browser: await news.as(news.cleo) }
}

it('shows the form as the claim is, the quote frozen', async () => {
  const { browser, id } = await room()
  const page = await browser.get(`/claims/${id}/edit`).expect(200)
  expect(page.text).toContain('value="Harbour master"')
  expect(page.text).toContain('<mark>the silting has been slowing</mark>')
  expect(page.text).not.toContain('name="start"')
})

it('saves what changed, and the history tells before and after', async () => {
  const { browser, id, form, db } = await room()
  const edit = {
    statement: 'The silting slowed by 40 % from January.',
    kind: 'numerical',
    tags: 'sand, harbour',
    claimedOn: '2025',
  }
  await browser.post(`/claims/${id}`, { ...(await form()), ...edit }).expect(303)
  expect(await readClaim(db.reader, id)).toMatchObject({ ...edit, tags: ['harbour', 'sand'], version: 2 })
  const [, event] = await eventsAbout(db, id)
  expect(event).toMatchObject({
    type: 'claim.edited',
    data: {
      before: { kind: 'event', tags: ['sand'], claimedOn: null },
      after: { statement: edit.statement, kind: 'numerical', tags: ['harbour', 'sand'], claimedOn: '2025' },
    },
  })
  expect(Object.keys(event?.data.before ?? {}).sort()).toEqual(['claimedOn', 'kind', 'statement', 'tags'])
})

it('leaves no trace when nothing changed, however tags and names are spelled', async () => {
  const { browser, id, form, db } = await room()
  const same = { tags: ' SAND ', claimant: 'harbour MASTER', reportedBy: 'the bell' }
  await browser.post(`/claims/${id}`, { ...(await form()), ...same }).expect(303)
  expect(await readClaim(db.reader, id)).toMatchObject({
    version: 1,
    tags: ['sand'],
    claimant: { name: 'Harbour master' },
  })
  expect(await eventsAbout(db, id)).toHaveLength(1)
})

it('takes fields back when they are emptied', async () => {
  const { browser, id, form, db } = await room()
  const empty = { claimant: '', claimantRole: '', reportedBy: '', tags: '' }
  await browser.post(`/claims/${id}`, { ...(await form()), ...empty }).expect(303)
  expect(await readClaim(db.reader, id)).toMatchObject({ claimant: null, reportedBy: null, tags: [] })
})

it('shows the loser of a race both texts, and saves theirs over it when they say so', async () => {
  const { browser, as, ben, id, form, db } = await room()
  const first = await form()
  await (await as(ben)).post(`/claims/${id}`, { ...first, statement: 'Ben was here.', kind: 'causal' }).expect(303)
  const lost = await browser
    .post(`/claims/${id}`, { ...first, statement: 'Cleo was here.', claimedPlace: 'At sea' })
    .expect(409)
  expect(lost.text).toContain('A colleague changed this claim')
  expect(lost.text).toContain('Cleo was here.</textarea')
  expect(lost.text).toContain('<blockquote dir="auto">Ben was here.</blockquote>')
  expect(lost.text).toContain('<blockquote dir="auto">Cause and effect</blockquote>')
  expect(lost.text).toContain('value="At sea"')
  expect(await readClaim(db.reader, id)).toMatchObject({ statement: 'Ben was here.', version: 2 })
  expect(lost.text).toContain('name="version" value="2"')
  await browser.post(`/claims/${id}`, { ...first, statement: 'Cleo was here.', version: 2 }).expect(303)
  expect(await readClaim(db.reader, id)).toMatchObject({ statement: 'Cleo was here.', version: 3 })
})

it('writes down a new assignee as what it is', async () => {
  const { browser, id, form, db, cleo, as, edith, ben, rita } = await room()
  await browser.post(`/claims/${id}`, { ...(await form()), assignee: cleo.id }).expect(303)
  const [, event, more] = await eventsAbout(db, id)
  expect(event).toMatchObject({ type: 'claim.assigned', data: { before: null, after: cleo.id } })
  expect(more).toBeUndefined()
  await (await as(ben)).post(`/claims/${id}`, { ...(await form()), assignee: '' }).expect(403)
  const editor = await as(edith)
  await editor.post(`/claims/${id}`, { ...(await form()), assignee: rita.id }).expect(422)
  await editor.post(`/claims/${id}`, { ...(await form()), assignee: ben.id }).expect(303)
  expect(await readClaim(db.reader, id)).toMatchObject({ assignee: { name: 'Ben' }, version: 3 })
})

it('is not for readers, and not for claims that there are not', async () => {
  const { browser, as, rita, id, form } = await room()
  const reader = await as(rita)
  await reader.get(`/claims/${id}/edit`).expect(403)
  await reader.post(`/claims/${id}`, await form()).expect(403)
  await browser.get('/claims/99/edit').expect(404)
  await browser.post('/claims/99', await form()).expect(404)
  await browser.post(`/claims/${id}`, { ...(await form()), number: 7 }).expect(422)
})
