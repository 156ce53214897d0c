import { expect, it } from 'vitest'
import { readArticle, readText } from '../../server/articles/article.ts'
import { claimsOfArticle, readClaim } from '../../server/claims/claim.ts'
import { newsroom } from '../support/newsroom.ts'
import { eventsAbout } from './events.ts'
import { aClaim, anArticle, placeOf, text } from './port-ellery.ts'

const words = 'It never stopped dredging 🚢 for the herring run'
const statement = 'Port Ellery never stopped dredging for the herring run.'

async function room() {
  const news = await newsroom()
  const article = await anArticle(news.db, news.edith)
  const cleo = await news.as(news.cleo)
  const form = {
    article: article.articleId,
    text: article.versionId,
    ...placeOf(words),
    statement,
    kind: 'event',
    priority: '1',
  }
  return { ...news, article, cleo, form, cleoHerself: news.cleo }
}

it('offers a form with the quote in its sentences and as the first statement', async () => {
  const { cleo, article } = await room()
  const { start, end } = placeOf(words)
  const page = await cleo.get(`/claims/new?article=${article.articleId}&start=${start - 1}&end=${end}`).expect(200)
  expect(page.text).toContain(`<mark>“${words}</mark>`)
  expect(page.text).toContain('The harbour authority defended its record on Tuesday.')
  expect(page.text).toContain(`“${words}</textarea`)
  expect(page.text).toContain('<h1>New claim</h1>')
})

it('answers htmx with the form alone', async () => {
  const { cleo, article } = await room()
  const { start, end } = placeOf(words)
  const path = `/claims/new?article=${article.articleId}&start=${start}&end=${end}`
  const piece = await cleo.get(path).set('HX-Request-Type', 'partial').expect(200)
  expect(piece.text).toMatch(/^<section class="claim-new" id="claim-new"/)
  expect(piece.text).not.toContain('<html')
})

it('makes a claim with its anchor, its people and its first line of history', async () => {
  const { cleo, form, db, article, cleoHerself } = await room()
  const said = {
    claimant: ' Harbour  master ',
    claimantRole: 'Port Ellery',
    reportedBy: 'The Bell',
    tags: 'Dredging, herring',
  }
  const rest = { claimedOn: '2025-04', claimedPlace: 'Press briefing', assignee: cleoHerself.id, dueOn: '2025-05-20' }
  const answer = await cleo.post('/claims', { ...form, ...said, ...rest }).expect(303)
  expect(answer.headers.location).toBe(`/articles/${article.articleId}?claim=1`)
  expect(await readClaim(db.reader, 1)).toMatchObject({
    number: 1,
    statement,
    quote: words,
    state: 'open',
    priority: 1,
    ...placeToQuote(),
    claimant: { name: 'Harbour master', role: 'Port Ellery' },
    reportedBy: { name: 'The Bell', role: '' },
    tags: ['Dredging', 'herring'],
    claimedOn: '2025-04',
    claimedPlace: 'Press briefing',
    dueOn: '2025-05-20',
    assignee: { name: 'Cleo' },
  })
  const [event] = await eventsAbout(db, 1)
  expect(event).toMatchObject({
    type: 'claim.added',
    actor: cleoHerself.id,
    data: { number: 1, statement, quote: words },
  })
})

const placeToQuote = () => ({ quoteStart: placeOf(words).start, quoteEnd: placeOf(words).end })

it('numbers the claims of an article, lists them in text order, and counts their sentences as looked at', async () => {
  const { cleo, form, db, edith, article } = await room()
  const later = await aClaim(db, edith, article)
  await cleo.post('/claims', form).expect(303)
  const marks = await claimsOfArticle(db.reader, article.articleId)
  expect(marks.map(({ number, quoteStart, quoteEnd }) => [number, text.slice(quoteStart, quoteEnd)])).toEqual([
    [2, words],
    [1, 'the silting has been slowing'],
  ])
  expect(marks[1]).toMatchObject({ id: later, state: 'open', rating: null })
  expect(await readArticle(db.reader, article.articleId)).toMatchObject({ claimCount: 2, lookedAtCount: 2 })
  const { sentences } = await readText(db.reader, article.articleId)
  expect(sentences.map((sentence) => sentence.triage)).toEqual(['untouched', 'claim', 'claim'])
})

it('recognises a claim that is already made of these words, and lets another statement through', async () => {
  const { cleo, form } = await room()
  await cleo.post('/claims', form).expect(303)
  const again = await cleo
    .post('/claims', { ...form, statement: statement.toUpperCase(), claimant: 'Kept' })
    .expect(409)
  expect(again.text).toContain('claim 1-1')
  expect(again.text).toContain('<a href="/claims/1">')
  expect(again.text).toContain('value="Kept"')
  await cleo.post('/claims', { ...form, statement: 'The dredgers worked through the herring run.' }).expect(303)
})

it('keeps what was typed beside what is wrong with it', async () => {
  const { cleo, form } = await room()
  const wrong = {
    statement: ' ',
    claimantRole: 'Harbour master',
    claimedOn: 'last spring',
    kind: 'rumour',
    tags: 'a,b',
    dueOn: '2025-04',
  }
  const page = await cleo.post('/claims', { ...form, ...wrong }).expect(422)
  expect(page.text).toContain('Write the claim as one sentence')
  expect(page.text).toContain('Choose what kind of claim')
  expect(page.text).toContain('Write the date as 2025-04-23')
  expect(page.text).toContain('value="last spring"')
  expect(page.text).toContain(`<mark>${words}</mark>`)
  const role = await cleo.post('/claims', { ...form, claimantRole: 'Harbour master' }).expect(422)
  expect(role.text).toContain('Give the name of whoever has this role.')
  await cleo.post('/claims', { ...form, colour: 'red' }).expect(422)
})

it.each([
  ['nothing selected', { start: 5, end: 5 }],
  ['outside the text', { start: 5, end: 5_000 }],
  ['half of an emoji', { end: placeOf('🚢').start + 1 }],
  ['no number', { start: 'x' }],
])('refuses a place that is none: %s', async (_what, place) => {
  const { cleo, form, article, db } = await room()
  await cleo.post('/claims', { ...form, ...place }).expect(422)
  const { start, end } = { ...form, ...place }
  await cleo.get(`/claims/new?article=${article.articleId}&start=${start}&end=${end}`).expect(422)
  expect(await claimsOfArticle(db.reader, article.articleId)).toEqual([])
})

it('finds no article where there is none, and no text of another article', async () => {
  const { cleo, form, db, edith } = await room()
  await cleo.get('/claims/new?article=99&start=1&end=5').expect(404)
  await cleo.get('/claims/new').expect(422)
  const other = await anArticle(db, edith)
  await cleo.post('/claims', { ...form, text: other.versionId }).expect(422)
})

it('is not for readers, and checkers assign nobody but themselves', async () => {
  const { as, rita, ben, cleo, form } = await room()
  const reader = await as(rita)
  await reader.get('/claims/new?article=1&start=1&end=5').expect(403)
  await reader.post('/claims', form).expect(403)
  await cleo.post('/claims', { ...form, assignee: ben.id }).expect(403)
  await cleo.post('/claims', { ...form, assignee: rita.id }).expect(403)
})
