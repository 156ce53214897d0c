import { expect, it } from 'vitest'
import { readArticle, readText } from '../../server/articles/article.ts'
import { eventsOf } from '../../server/history/store.ts'
import { newsroom } from '../support/newsroom.ts'

const form = {
  title: 'Port Ellery',
  text: 'It froze.',
  kind: 'article',
  url: 'https://example.org/port',
  language: 'en',
}
const edit = { ...form, version: '1', outlet: 'The Post', byline: '', publishedOn: '2025-04' }
const { text: _text, ...details } = edit

async function room() {
  const rooms = await newsroom()
  const browser = await rooms.as(rooms.cleo)
  await browser.post('/articles', form).expect(303)
  return { ...rooms, browser }
}

it('changes the details and keeps what they were', async () => {
  const { browser, db } = await room()
  expect((await browser.get('/articles/1/edit').expect(200)).text).toContain('value="Port Ellery"')
  await browser
    .post('/articles/1', { ...details, title: 'Port Ellery froze' })
    .expect(303)
    .expect('Location', '/articles/1')
  expect(await readArticle(db.reader, 1)).toMatchObject({ title: 'Port Ellery froze', outlet: 'The Post', version: 2 })
  expect((await readText(db.reader, 1)).text).toBe('It froze.')
  const [event] = await eventsOf(db.reader, { viewer: 0, article: 1, confidential: true, signIns: true }, { limit: 1 })
  expect(JSON.parse(String(event?.body))).toMatchObject({
    type: 'article.edited',
    data: {
      before: { title: 'Port Ellery', outlet: null, publishedOn: null },
      after: { title: 'Port Ellery froze', outlet: 'The Post', publishedOn: '2025-04' },
    },
  })
  expect((await browser.get('/articles/1/history').expect(200)).text).toContain('Port Ellery froze')
})

it('is found under its new title and address', async () => {
  const { browser } = await room()
  await browser.post('/articles/1', { ...details, title: 'Ölpreis', url: 'https://example.org/oil' }).expect(303)
  expect((await browser.get('/articles?q=olpreis').expect(200)).text).toContain('Ölpreis')
  await browser.post('/articles', { ...form, text: 'Another.', url: 'http://www.example.org/oil/' }).expect(409)
  await browser.post('/articles', { ...form, text: 'Another.' }).expect(303)
})

it('writes nothing when nothing changed', async () => {
  const { browser, db } = await room()
  const same = { ...details, outlet: '', publishedOn: '' }
  await browser.post('/articles/1', same).expect(303)
  expect(await readArticle(db.reader, 1)).toMatchObject({ version: 1 })
})

it('shows both to the loser of a race, who can then replace it', async () => {
  const { browser, db, as, ben } = await room()
  await browser.post('/articles/1', { ...details, title: 'From Cleo' }).expect(303)
  const late = await as(ben)
  const answer = await late.post('/articles/1', { ...details, title: 'From Ben' }).expect(409)
  expect(answer.text).toContain('value="From Ben"')
  expect(answer.text).toMatch(/Saved meanwhile by a colleague[^]*From Cleo/)
  const version = /name="version" value="(\d+)"/.exec(answer.text)?.[1] ?? ''
  await late.post('/articles/1', { ...details, title: 'From Ben', version }).expect(303)
  expect(await readArticle(db.reader, 1)).toMatchObject({ title: 'From Ben', version: 3 })
})

it('keeps what was typed when it is wrong', async () => {
  const { browser } = await room()
  const answer = await browser
    .post('/articles/1', { ...details, title: '', language: '', publishedOn: '2025-02-30' })
    .expect(422)
  expect(answer.text).toContain('2025-02 has no day 30.')
  expect(answer.text).toContain('Say which language the text is in.')
  expect(answer.text).toContain('value="2025-02-30"')
})

it('is not for readers, and not for articles there are not', async () => {
  const { browser, as, rita } = await room()
  const reader = await as(rita)
  await reader.get('/articles/1/edit').expect(403)
  await reader.post('/articles/1', details).expect(403)
  for (const id of ['2', '0', 'x']) await browser.get(`/articles/${id}/edit`).expect(404)
  await browser.post('/articles/2', details).expect(404)
})
