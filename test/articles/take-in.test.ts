import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { readArticle, readText } from '../../server/articles/article.ts'
import { historyOf } from '../../server/history/history.ts'
import { type Newsroom, newsroom, password } from '../support/newsroom.ts'
import { markdown, savedPage } from './documents.ts'

const pasted = 'The harbour froze on Tuesday.\r\n\r\n  “We waited,” she said. Nobody sailed. 😀'
const form = { title: 'Port Ellery froze', text: pasted, kind: 'article' }

async function room() {
  const rooms = await newsroom()
  const cleo = await rooms.as(rooms.cleo)
  return {
    ...rooms,
    browser: cleo,
    send: (file: SentFile, fields: Fields = {}) => sendFile(rooms, cleo.cookie, file, fields),
  }
}

type Fields = Record<string, string>
type SentFile = { name: string; content: string | Buffer; type?: string }

function sendFile({ app }: Newsroom, cookie: string, { name, content, type }: SentFile, fields: Fields) {
  const post = request(app).post('/articles').set('Cookie', cookie)
  for (const [field, value] of Object.entries({ title: '', text: '', kind: 'article', ...fields }))
    void post.field(field, value)
  return post.attach('file', Buffer.from(content), { filename: name, contentType: type ?? 'text/plain' })
}

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

describe('a file', () => {
  it('of plain text is the text', async () => {
    const { send, db } = await room()
    await send({ name: 'Port.TXT', content: `\ufeff${pasted}` }, { title: 'Ünïcödé 😀' }).expect(303)
    expect((await readText(db.reader, 1)).text).toBe(pasted.replaceAll('\r\n', '\n'))
    expect(await readArticle(db.reader, 1)).toMatchObject({ title: 'Ünïcödé 😀' })
  })

  it('may be UTF-16 that says so', async () => {
    const { send, db } = await room()
    await send({ name: 'a.txt', content: Buffer.from('\ufeffLe port gèle.', 'utf16le') }, { title: 'A' }).expect(303)
    await send({ name: 'b.txt', content: Buffer.from('\ufeffIl gèle.', 'utf16le').swap16() }, { title: 'B' }).expect(
      303,
    )
    expect([(await readText(db.reader, 1)).text, (await readText(db.reader, 2)).text]).toEqual([
      'Le port gèle.',
      'Il gèle.',
    ])
  })

  it('of a saved page gives its article, and fills in what was left empty', async () => {
    const { send, db } = await room()
    await send({ name: 'port.html', content: savedPage, type: 'text/html' }, { byline: 'B. Petit' }).expect(303)
    expect(await readArticle(db.reader, 1)).toMatchObject({
      title: 'Le port gèle',
      outlet: 'Le Journal',
      byline: 'B. Petit',
      url: 'https://journal.example.org/port?id=7',
      publishedOn: '2025-01-09',
      language: 'fr-CA',
    })
    const { text, blocks } = await readText(db.reader, 1)
    expect(text).not.toMatch(/alert|Accueil|Tous droits|Caché|</)
    expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'heading', 'quotation', 'item', 'item', 'item'])
  })

  it('of Markdown gives its text and its title', async () => {
    const { send, db } = await room()
    await send({ name: 'port.md', content: markdown, type: 'application/octet-stream' }).expect(303)
    expect(await readArticle(db.reader, 1)).toMatchObject({ title: 'Port Ellery froze' })
  })

  it('is not lost when something else is wrong: its text stands in the form, and keeps its blocks', async () => {
    const { send, browser, db } = await room()
    const answer = await send({ name: 'port.md', content: markdown }, { publishedOn: 'soon' }).expect(422)
    expect(answer.text).toContain('It was cold on Tuesday &amp; nobody sailed')
    expect(answer.text).toContain('value="Port Ellery froze"')
    const shape = /name="shape" value="([phqi]+)"/.exec(answer.text)?.[1] ?? ''
    const text = 'Port Ellery froze\n\nIt was cold.\n\n“We waited.”\n\none\n\ntwo\n\nfirst\n\ncode stays'
    await browser.post('/articles', { ...form, text, shape }).expect(303)
    const { blocks } = await readText(db.reader, 1)
    expect(blocks.map(({ kind }) => kind).slice(0, 4)).toEqual(['heading', 'paragraph', 'quotation', 'item'])
  })

  it.each<[string, SentFile, string]>([
    ['bytes that are no UTF-8', { name: 'a.txt', content: Buffer.from([0x61, 0xff, 0x62]) }, 'not UTF-8'],
    ['half a character', { name: 'a.txt', content: Buffer.from([0xe2, 0x82]) }, 'not UTF-8'],
    ['a lone surrogate in UTF-16', { name: 'a.txt', content: Buffer.from([0xff, 0xfe, 0x00, 0xd8]) }, 'not UTF-8'],
    ['a control character', { name: 'a.md', content: 'one\ntwo\u0000' }, 'Line 2 of this file'],
    ['another ending', { name: 'a.pdf', content: '%PDF-1.7' }, 'Choose a .txt, .md or .html file'],
    ['an ending after another', { name: 'a.txt.exe', content: 'x' }, 'Choose a .txt, .md or .html file'],
    ['the type of a picture', { name: 'a.txt', content: 'x', type: 'image/png' }, 'Choose a .txt, .md or .html file'],
    ['HTML that is none', { name: 'a.html', content: 'Only text.', type: 'text/html' }, 'holds no HTML'],
    ['text that is HTML', { name: 'a.txt', content: '<!DOCTYPE html><p>x' }, 'Rename it to .html'],
    ['nothing in it', { name: 'a.txt', content: ' \n' }, 'This file is empty.'],
    ['more than 5 MB', { name: 'a.txt', content: 'x'.repeat(5_000_001) }, 'larger than 5 MB'],
    ['a page nested too deep', { name: 'a.html', content: '<div>'.repeat(500) + 'x' }, 'Paste its text instead'],
    [
      'a page without text',
      { name: 'a.html', content: '<html><body><img src="x"></body></html>' },
      'Paste its text instead',
    ],
  ])('with %s is refused, and nothing typed is lost', async (_name, file, message) => {
    const { send } = await room()
    const answer = await send(file, { title: 'A title', outlet: 'An outlet' }).expect(422)
    expect(answer.text).toContain(message)
    expect(answer.text).toMatch(/value="A title"[^]*value="An outlet"/)
  })

  it('and another text in the field: neither is thrown away', async () => {
    const { send } = await room()
    const answer = await send(
      { name: 'a.txt', content: 'From the file.' },
      { text: 'Typed by hand.', title: 'T' },
    ).expect(422)
    expect(answer.text).toContain('Typed by hand.')
    expect(answer.text).toContain('Empty the field to take the file')
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

describe('a form with files that is not ours', () => {
  it.each([
    [
      'two files',
      (post: request.Test) => post.attach('file', Buffer.from('a'), 'a.txt').attach('file', Buffer.from('b'), 'b.txt'),
    ],
    ['a file in another field', (post: request.Test) => post.attach('text', Buffer.from('a'), 'a.txt')],
    ['nested names', (post: request.Test) => post.field('a[b]', 'c')],
    [
      'too many fields',
      (post: request.Test) => Array.from({ length: 30 }, (_, n) => post.field(`f${n}`, 'x')).at(-1) ?? post,
    ],
  ])('%s: 400', async (_name, fill) => {
    const { app, browser } = await room()
    await fill(request(app).post('/articles').set('Cookie', browser.cookie)).expect(400)
  })

  it('bytes that are no UTF-8: 400 that names the field', async () => {
    const { app, browser } = await room()
    const part = Buffer.from('--x\r\nContent-Disposition: form-data; name="title"\r\n\r\na\xff\r\n--x--\r\n', 'latin1')
    const post = request(app).post('/articles').set('Cookie', browser.cookie)
    const answer = await post.set('Content-Type', 'multipart/form-data; boundary=x').send(part).expect(400)
    expect(answer.text).toContain('“title” holds bytes that are not UTF-8')
  })

  it('an unknown field: 422', async () => {
    const { browser } = await room()
    await browser.post('/articles', { ...form, sentenceCount: '9' }).expect(422)
  })
})
