import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { readArticle, readText } from '../../server/articles/article.ts'
import { historyOf } from '../../server/history/history.ts'
import { newsroom, password } from '../support/newsroom.ts'
import { form, pasted, takeInRoom as room } from './take-in-room.ts'

describe('a pasted text', () => {
  it('is taken in as it is, and read', async () => {
    const { browser, db, cleo } = await room()
    const details = {
      outlet: 'The Ellery Post',
      byline: 'A. Durand',
      url: 'https://example.org/port',
      publishedOn: '2025-04',
    }
    const answer = await browser.post('/articles', { ...form, ...details, language: 'English' }).expect(303)
    expect(answer.headers.location).toBe('/articles/1')
    expect(await readArticle(db.reader, 1)).toMatchObject({
      title: form.title,
      ...details,
      language: 'en',
      kind: 'article',
    })
    const read = await readText(db.reader, 1)
    expect(read.text).toBe(pasted.replaceAll('\r\n', '\n'))
    expect(read.sentences.map(({ start, end }) => read.text.slice(start, end))).toEqual([
      'The harbour froze on Tuesday.',
      '“We waited,” she said.',
      'Nobody sailed.',
      '😀',
    ])
    const [line] = await historyOf(db.reader, cleo, { article: 1 }, { limit: 5 })
    expect(line).toMatchObject({ type: 'article.added', actor: 'Cleo' })
    await browser.get('/articles/1').expect(200)
  })

  it('comes back with everything typed when something is wrong with it', async () => {
    const { browser } = await room()
    const wrong = {
      ...form,
      title: ' ',
      publishedOn: '2025-13',
      url: 'example.org',
      language: 'gibberish!',
      kind: 'poem',
    }
    const answer = await browser.post('/articles', wrong).expect(422)
    for (const kept of ['We waited', '2025-13', 'example.org', 'gibberish!']) expect(answer.text).toContain(kept)
    for (const field of ['title', 'publishedOn', 'url', 'language', 'kind'])
      expect(answer.text).toContain(`id="f-${field}-problem"`)
  })

  it.each([
    ['nothing', ' \n ', 'Paste the text, or choose a file.'],
    ['too much', 'x'.repeat(400_001), '400,000 characters at most'],
    ['a hidden character', 'a\u0000b', 'hidden control character'],
  ])('may not be %s', async (_name, text, message) => {
    const { browser } = await room()
    expect((await browser.post('/articles', { ...form, text }).expect(422)).text).toContain(message)
  })

  it('may be as long as the limit', async () => {
    const { app, browser, db } = await room()
    const post = request(app).post('/articles').set('Cookie', browser.cookie)
    for (const [name, value] of Object.entries({ ...form, text: '漢'.repeat(400_000) })) void post.field(name, value)
    await post.expect(303)
    expect((await readText(db.reader, 1)).text.length).toBe(400_000)
  })

  it('has the language of its letters when none is given', async () => {
    const { browser, db } = await room()
    await browser.post('/articles', { ...form, text: 'وصل د. محمد. ثم غادر.' }).expect(303)
    expect(await readArticle(db.reader, 1)).toMatchObject({ language: 'ar', sentenceCount: 2 })
  })

  it('has its date as people write it, kept in digits', async () => {
    const { browser, db } = await room()
    await browser.post('/articles', { ...form, publishedOn: 'April 23rd, 2025' }).expect(303)
    expect(await readArticle(db.reader, 1)).toMatchObject({ publishedOn: '2025-04-23' })
    const wrong = await browser.post('/articles', { ...form, publishedOn: '31 February 2025', again: 'yes' })
    expect(wrong.text).toMatch(/value="31 February 2025"[^]*2025-02 has no day 31/)
  })

  it('is not for readers', async () => {
    const { as, rita } = await newsroom()
    const reader = await as(rita)
    await reader.get('/articles/new').expect(403)
    await reader.post('/articles', form).expect(403)
    expect((await reader.get('/articles').expect(200)).text).not.toContain('/articles/new')
  })
})

describe('what is here already', () => {
  it('is recognised by its text, and taken in all the same when that is wanted', async () => {
    const { browser, db } = await room()
    await browser.post('/articles', form).expect(303)
    const answer = await browser.post('/articles', { ...form, title: 'Another title' }).expect(409)
    expect(answer.text).toContain('href="/articles/1"')
    expect(answer.text).toContain('the same text')
    expect(answer.text).toContain('value="Another title"')
    await expect(readArticle(db.reader, 2)).rejects.toThrow('no such article')
    await browser.post('/articles', { ...form, title: 'Another title', again: 'yes' }).expect(303)
    expect(await readArticle(db.reader, 2)).toMatchObject({ title: 'Another title' })
  })

  it('is recognised by its address, however it is written', async () => {
    const { browser } = await room()
    await browser.post('/articles', { ...form, url: 'https://example.org/port?id=7' }).expect(303)
    const other = { ...form, text: 'Another text.', url: 'http://www.example.org/port?utm_source=x&id=7#top' }
    expect((await browser.post('/articles', other).expect(409)).text).toContain('the same address, another text')
    await browser.post('/articles', { ...other, url: 'https://example.org/port?id=8' }).expect(303)
  })
})

it('is not lost when the sign-in has run out: after signing in again it stands in the form', async () => {
  const { app, cleo, visitor, db } = await newsroom()
  const post = request(app)
    .post('/articles')
    .field('title', 'Port Ellery')
    .field('text', 'It froze.')
    .field('kind', 'article')
  const asked = await post.expect(401)
  const resume = /name="resume" value="([^"]*)"/.exec(asked.text)?.[1] ?? ''
  const fields = { email: cleo.email, password, next: '/', resume: resume.replaceAll('&quot;', '"') }
  const again = await visitor.post('/sign-in', fields).expect(200)
  expect(again.text).toMatch(/It froze\.[^]*value="Port Ellery"/)
  await expect(readArticle(db.reader, 1)).rejects.toThrow('no such article')
})
