import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { type Content, mostBytes, readContent } from '../../server/documents/content.ts'
import { contentLimits } from '../../server/documents/content-limits.ts'
import { docx, paragraph, pdf, png, zip } from './files.ts'

async function content(bytes: Buffer | string, mediaType?: string): Promise<Content> {
  const found = await readContent(Buffer.from(bytes), { mediaType })
  if ('refused' in found) throw new Error(found.refused)
  return found
}

const refusal = async (bytes: Buffer | string) => {
  const found = await readContent(Buffer.from(bytes))
  return 'refused' in found ? found.refused : `taken as ${found.mediaType}`
}

const blocksOf = ({ text, blocks }: Content) => blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)])

it('names the bytes by their hash, and the type by what is in them', async () => {
  const page = Buffer.from('<!doctype html><p>Hello</p>')
  expect(await content(page, 'application/pdf')).toMatchObject({
    mediaType: 'text/html',
    size: page.length,
    sha256: createHash('sha256').update(page).digest('hex'),
  })
})

it('reads all of a page, menus and forms too, a row of a table as one line', async () => {
  const found = await content(`<html><head><title>T</title><style>p{}</style></head><body><nav>Menu</nav>
    <form><h1>The port</h1><p>It <em>froze</em>
    on Tuesday.</p><script>alert(1)</script><table><tr><th>Year</th><td>2,300</td><td><p>4,100</p></td></tr></table>
    <ul><li>one<li>two</ul><blockquote>“We waited.”</blockquote><pre>first\n  second</pre></form>`)
  expect(blocksOf(found)).toEqual([
    ['paragraph', 'Menu'],
    ['heading', 'The port'],
    ['paragraph', 'It froze on Tuesday.'],
    ['paragraph', 'Year\t2,300'],
    ['paragraph', '4,100'],
    ['item', 'one'],
    ['item', 'two'],
    ['quotation', '“We waited.”'],
    ['paragraph', 'first'],
    ['paragraph', 'second'],
  ])
})

it.each([
  ['by what was declared outside', 'text/html; charset=iso-8859-1', '<p>caf\xe9', 'windows-1252', 'café'],
  ['by what the page declares', undefined, '<meta charset="koi8-r"><p>\xf0\xcf', 'koi8-r', 'По'],
  ['as UTF-8', undefined, '<p>caf\xc3\xa9', 'utf-8', 'café'],
  ['by its mark, whatever is declared', 'text/plain; charset=koi8-r', '\xff\xfeh\0i\0', 'utf-16le', 'hi'],
])('reads letters %s', async (_name, type, latin1, charset, text) => {
  expect(await content(Buffer.from(latin1, 'latin1'), type)).toMatchObject({ charset, text, problem: null })
})

it('says so when the letters had to be guessed', async () => {
  const found = await content(Buffer.from('caf\xe9', 'latin1'))
  expect(found).toMatchObject({ mediaType: 'text/plain', charset: 'windows-1252', text: 'café' })
  expect(found.problem).toContain('letters with accents may be wrong')
})

it('reads a PDF page by page, its lines as paragraphs', async () => {
  const found = await content(
    pdf([
      [
        { text: 'Harbour report', y: 780, size: 20 },
        { text: 'The harbour froze on Tues-', y: 740 },
        { text: 'day (2025), and nobody', y: 726 },
        { text: 'sailed.', y: 712 },
        { text: 'Nobody was hurt.', y: 680 },
        { text: 'An indent begins this one.', x: 90, y: 666 },
      ],
      [],
      [{ text: 'Third page.', y: 700 }],
    ]),
  )
  expect(blocksOf(found)).toEqual([
    ['heading', 'Harbour report'],
    ['paragraph', 'The harbour froze on Tues-day (2025), and nobody sailed.'],
    ['paragraph', 'Nobody was hurt.'],
    ['paragraph', 'An indent begins this one.'],
    ['paragraph', 'Third page.'],
  ])
  const pages = found.pages?.map(({ start, end }) => found.text.slice(start, end))
  expect(pages?.map((page) => page.length > 0)).toEqual([true, false, true])
  expect(pages?.[0]).toMatch(/^Harbour report[^]*this one\.$/)
  expect(pages?.[2]).toBe('Third page.')
  expect(found).toMatchObject({ mediaType: 'application/pdf', problem: null })
})

it('keeps a PDF without text, a damaged one and a picture, and says why there is no text', async () => {
  expect((await content(pdf([[], []]))).problem).toContain('it may be scanned')
  expect((await content('%PDF-1.7\nnothing')).problem).toContain('damaged')
  const picture = await content(png(10, 10), 'image/jpeg')
  expect(picture).toMatchObject({ mediaType: 'image/png', text: '', blocks: [] })
  expect(picture.problem).toContain('This is a picture')
})

it('takes the title of a page without a head for no text of it', async () => {
  expect((await content('<!doctype html><title>Log</title><p>It froze.</p>')).text).toBe('It froze.')
})

it('reads a Word document: headings, paragraphs, tables', async () => {
  const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`
  const table = `<w:tbl><w:tr>${cell('Year')}${cell('2014')}</w:tr></w:tbl>`
  const found = await content(docx(`${paragraph('Port', 'Heading1')}${paragraph('It froze &amp; thawed.')}${table}`))
  expect(found.mediaType).toMatch(/wordprocessingml/)
  expect(blocksOf(found)).toEqual([
    ['heading', 'Port'],
    ['paragraph', 'It froze & thawed.'],
    ['paragraph', 'Year\t2014'],
  ])
})

it.each<[string, Buffer | string, string]>([
  ['nothing', '', 'This file is empty'],
  ['too much', Buffer.alloc(mostBytes + 1, 'x'), 'larger than 25 MB'],
  ['a program', Buffer.from('7f454c460201010000', 'hex'), 'no file of a kind that is read here'],
  ['a GIF', 'GIF89a/*\0*/=1;alert(1)//', 'GIF picture'],
  ['a drawing with a script', '<?xml version="1.0"?><!-- x --><svg onload="alert(1)">', 'can hold a program'],
  ['an old Word document', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old Office document'],
  ['another archive', zip([{ name: '../../evil.txt', bytes: 'x' }]), 'holds no Word document'],
  ['half an archive', docx(paragraph('x')).subarray(0, 200), 'damaged'],
  ['a picture without a size', png(10, 10).subarray(0, 12), 'does not say how large it is'],
])('refuses %s', async (_name, bytes, message) => {
  expect(await refusal(bytes)).toContain(message)
})

it('cuts what is longer than ten books, between blocks and never in a character', async () => {
  const lines = await content('a b\n'.repeat(contentLimits.blocks + 5))
  expect(lines.blocks).toHaveLength(contentLimits.blocks)
  expect(lines.problem).toContain('only its first 100,000 paragraphs')
  const long = await content('x' + '😀'.repeat(contentLimits.characters / 2))
  expect(long.text.isWellFormed()).toBe(true)
  expect(long.text.length).toBeLessThanOrEqual(contentLimits.characters)
  expect(long.blocks.at(-1)?.end).toBe(long.text.length)
})
