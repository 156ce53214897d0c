import request from 'supertest'
import { expect, it } from 'vitest'
import { text } from '../claims/port-ellery.ts'
import { aClaim, anArticle } from '../claims/port-ellery.ts'
import { aReport } from '../reports/a-report.ts'
import { newsroom } from '../support/newsroom.ts'
import { Collection } from './read-annotations.ts'

it('tells everybody of the published claims of an article, and of nothing else', async () => {
  const news = await aReport({ PUBLIC_URL: 'https://stet.example' })
  const { app } = news
  const get = (path: string) => request(app).get(path).set('Host', 'stet.example').buffer(true)
  const answer = await get('/reports/port-ellery/annotations.jsonld').expect(200)
  expect(answer.headers['content-type']).toContain('profile="http://www.w3.org/ns/anno.jsonld"')
  const { first } = Collection.parse(JSON.parse(answer.text))
  expect(first.items.map(({ id }) => id)).toEqual([
    'https://stet.example/reports/port-ellery/1-the-harbour-closed-on-monday#annotation',
  ])
  const { text: formats } = await (await news.as(news.edith)).get(`/articles/${news.article}/formats`)
  for (const [, path = ''] of formats.matchAll(/<li>.*?href="([^"]+)"/g)) await get(path).expect(200)
  expect(formats).toContain('href="/reports/port-ellery/bundle.zip"')
  expect(answer.text).not.toMatch(/Twelve boats[^"]*"[^}]*describing|council denied|whistle/)
  await get('/reports/none/annotations.jsonld').expect(404)
  await get('/reports/port-ellery/annotations.jsonld')
    .set('If-None-Match', answer.headers['etag'] ?? '')
    .expect(304)
})

it('tells signed-in people of every claim, counts in code points, and is written down', async () => {
  const news = await newsroom({ PUBLIC_URL: 'https://stet.example' })
  const { as, rita, db, edith } = news
  const article = await anArticle(db, edith)
  await aClaim(db, edith, article, { tags: ['silt'] })
  const browser = await as(rita)
  expect((await browser.get('/exports/new?article=1').expect(200)).text).toContain('href="/articles/1/formats"')
  const { text: formats } = await browser.get('/articles/1/formats').expect(200)
  expect(formats).toContain('Export annotations')
  expect(formats).toContain('The report of this article is not public')
  const posted = await browser.post('/articles/1/annotations').expect(303)
  expect(posted.headers['location']).toBe('/articles/1/annotations.jsonld')
  const answer = await browser.get('/articles/1/annotations.jsonld').buffer(true).expect(200)
  expect(answer.headers['content-disposition']).toBe('attachment; filename="stet-article-1.jsonld"')
  const { first } = Collection.parse(JSON.parse(answer.text))
  const [quote, position] = first.items[0]?.target.selector ?? []
  if (quote?.type !== 'TextQuoteSelector' || position?.type !== 'TextPositionSelector') throw new Error('Two selectors')
  // A ship stands before the words: one code point, two units of UTF-16.
  expect(text.indexOf(quote.exact)).toBe(position.start + 1)
  expect(Array.from(text).slice(position.start, position.end).join('')).toBe(quote.exact)
  expect(first.items[0]?.motivation).toBe('describing')
  expect((await browser.get('/history?kind=exports').expect(200)).text).toContain('as annotations')
  await browser.get('/articles/9/annotations.jsonld').expect(404)
  await browser.post('/articles/9/annotations').expect(404)
})
