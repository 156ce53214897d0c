import request from 'supertest'
import { describe, expect, it } from 'vitest'
import { readArticle, readText } from '../../server/articles/article.ts'
import { docx, paragraph, pdf } from '../documents/files.ts'
import { markdown, savedPage } from './documents.ts'
import { type SentFile, form, pasted, takeInRoom as room } from './take-in-room.ts'

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

  it.each([
    ['PDF', 'port.pdf', pdf([[{ text: 'It was cold on Tuesday.', y: 700 }], [{ text: 'Nobody sailed.', y: 700 }]])],
    ['Word document', 'port.txt', docx(paragraph('It was cold on Tuesday.') + paragraph('Nobody sailed.'))],
  ])('of a %s gives its paragraphs, whatever it is called', async (_name, name, content) => {
    const { send, db } = await room()
    await send({ name, content }, { title: 'Port Ellery froze' }).expect(303)
    expect((await readText(db.reader, 1)).text).toBe('It was cold on Tuesday.\n\nNobody sailed.')
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
    ['a PDF that is none', { name: 'a.pdf', content: '%PDF-1.7' }, 'This PDF is damaged'],
    ['another ending', { name: 'a.csv', content: 'a,b' }, 'Choose a .txt, .md, .html, .pdf or .docx file'],
    ['an ending after another', { name: 'a.txt.exe', content: 'x' }, 'Choose a .txt, .md, .html, .pdf or .docx file'],
    [
      'the type of a picture',
      { name: 'a.txt', content: 'x', type: 'image/png' },
      'Choose a .txt, .md, .html, .pdf or .docx file',
    ],
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

  it('that cannot be read is all there is to mend: it may hold the title', async () => {
    const { send } = await room()
    const answer = await send({ name: 'a.pdf', content: '%PDF-1.7' }, { title: '' }).expect(422)
    expect(answer.text).toContain('One field</a> needs another look')
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
