import { describe, expect, it } from 'vitest'
import { readContent } from '../../server/documents/content.ts'
import { readMetadata } from '../../server/sources/metadata.ts'
import { identifiersIn } from '../../server/sources/metadata-text.ts'
import { oddPages } from './odd-pages.ts'
import { inShort, pages } from './pages.ts'

describe('what a page says about itself', () => {
  it.each([...pages, ...oddPages])('is read from $name', ({ html, says }) => {
    expect(inShort(readMetadata(html))).toEqual(says)
  })

  it('comes with its text, out of the worker, in whatever letters it is written', async () => {
    const html =
      '<!doctype html><html lang=de><head><meta charset=windows-1252><title>Z\u00fcrich im Eis</title><body><p>Text'
    const content = await readContent(Buffer.from(html, 'latin1'))
    expect(content).toMatchObject({
      mediaType: 'text/html',
      metadata: { title: { value: 'Zürich im Eis', from: 'page' }, language: { value: 'de', from: 'page' } },
    })
  })

  it('is read in a moment from a page made to take long', () => {
    const hostile = [
      '<meta name="a" content="b">'.repeat(100_000),
      '<meta property="og:title" content="'.repeat(20_000),
      '<div>'.repeat(100_000) + '</p>'.repeat(100_000),
      '<svg>'.repeat(50_000) + '</title>'.repeat(50_000),
      `<script type="application/ld+json">${'['.repeat(400_000)}</script>`,
      `<script type="application/ld+json">${'{"@type":"NewsArticle","author":'.repeat(10_000)}1${'}'.repeat(10_000)}</script>`,
      `<script type="application/ld+json">{"@type":"Article","author":[${'{"name":"a"},'.repeat(30_000)}1]}</script>`,
      `<meta name="citation_doi" content="10.1234/${')'.repeat(3_900)}">`,
      `<title>${'&amp;'.repeat(500_000)}</title>`,
    ]
    for (const html of hostile) {
      const start = performance.now()
      readMetadata(html)
      expect([html.slice(0, 40), performance.now() - start < 1_000]).toEqual([html.slice(0, 40), true])
    }
  })
})

describe('a document without tags', () => {
  it('is known by the DOI and the ISBN at its beginning', () => {
    const text = `Ice in harbours\nJournal of Ice, doi:10.5555/ICE.17.\nISBN 0-306-40615-2\n${'x '.repeat(4_000)}10.5555/other`
    expect(inShort(identifiersIn(text))).toEqual({ 'doi text': '10.5555/ice.17', 'isbn text': '9780306406157' })
  })

  it('is not when it names several, or none', () => {
    expect(identifiersIn('See 10.5555/a and 10.5555/b.')).toEqual({})
    expect(identifiersIn('Nothing here, and 9780306406157 is not called an ISBN.')).toEqual({})
  })
})
