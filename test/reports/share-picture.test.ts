import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { imageSize } from 'image-size'
import { expect, it } from 'vitest'
import { drawPng } from '../../server/reports/draw.ts'
import { ClaimPicture } from '../../views/reports/claim-picture.ts'
import { toneColours } from '../../views/reports/picture.ts'
import { ReportPicture } from '../../views/reports/report-picture.ts'
import { wrapped, wrappedCut } from '../../views/reports/wrapped.ts'
import type { PublicClaimLine } from '../../server/reports/public.ts'
import { publishedArticle } from '../../server/reports/published.ts'
import { publishReport, unpublishReport } from '../../server/reports/report.ts'
import { aReport, firstPublic, here } from './a-report.ts'
import { isFalse, published } from './checks.ts'

const semiBold = join(
  import.meta.dirname,
  '../../node_modules/@expo-google-fonts/noto-serif/600SemiBold/NotoSerif_600SemiBold.ttf',
)

/** How wide a line is drawn, in ems. */
function drawn(line: string): number {
  const text = line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="200"><text x="10" y="120" font-family="Noto Serif" font-weight="600" font-size="100">${text}</text></svg>`
  const font = { fontFiles: [semiBold], loadSystemFonts: false, defaultFontFamily: 'Noto Serif' }
  return (new Resvg(svg, { font }).getBBox()?.width ?? NaN) / 100
}

it('is a picture of 1200 × 630 of what was claimed and found, and of no page that is not public', async () => {
  const news = await aReport()
  const { path } = await firstPublic(news)
  const page = await news.visitor.get(path)
  expect(page.text).toMatch(/<meta property="og:image" content="http:\/\/[^"]*\/share\.png" \/>/)
  const { body, headers } = await news.visitor.get(`${path}/share.png`).expect(200)
  expect(headers).toMatchObject({ 'content-type': 'image/png', 'cross-origin-resource-policy': 'cross-origin' })
  expect(imageSize(body)).toMatchObject({ width: 1200, height: 630, type: 'png' })
  await news.visitor
    .get(`${path}/share.png`)
    .set('If-None-Match', headers.etag ?? '')
    .expect(304)
  await news.visitor.get('/reports/port-ellery/2-twelve-boats-stayed-outside/share.png').expect(404)
  const moved = await news.visitor.get('/reports/port-ellery/1-x/share.png').expect(301)
  expect(moved.headers.location).toBe(`${path}/share.png`)
})

it('is one of the whole report, too: which article, and how often each rating was given', async () => {
  const { visitor, db, edith, article } = await aReport()
  const page = await visitor.get('/reports/port-ellery')
  expect(page.text).toMatch(/<meta property="og:image" content="http:\/\/[^"]*\/reports\/port-ellery\/share\.png" \/>/)
  const { body, headers } = await visitor.get('/reports/port-ellery/share.png').expect(200)
  expect(headers).toMatchObject({ 'content-type': 'image/png', 'cross-origin-resource-policy': 'cross-origin' })
  expect(imageSize(body)).toMatchObject({ width: 1200, height: 630, type: 'png' })
  const again = { 'If-None-Match': headers.etag ?? '' }
  await visitor.get('/reports/port-ellery/share.png').set(again).expect(304)
  await visitor.get('/reports/nothing/share.png').expect(404)
  await publishReport(db, edith, article, { slug: 'harbour', others: false, claims: [] })
  const moved = await visitor.get('/reports/port-ellery/share.png').expect(301)
  expect(moved.headers.location).toBe('/reports/harbour/share.png')
  await unpublishReport(db, edith, article, 'It was a joke.')
  await visitor.get('/reports/harbour/share.png').expect(410)
})

it('counts what was found in a report, the most frequent where not all have room', async () => {
  const { db } = await aReport()
  const report = here(await publishedArticle(db.reader, 'port-ellery'))
  const rated = (label: string, value: number | null, times: number) =>
    Array.from({ length: times }, () => published({ rating: { ...isFalse, key: label, label, value } }))
  const wordsIn = (claims: PublicClaimLine[]) =>
    [...String(ReportPicture({ ...report, claims })).matchAll(/<text [^>]*>([^<]*)</g)]
      .map(([, words]) => words)
      .slice(3)
  const few = [...rated('False', 1, 2), ...rated('True', 5, 1), published({ state: 'withdrawn', rating: null })]
  expect(wordsIn(few)).toEqual(['1 True', '2 False'])
  const many = ['True', 'Half true', 'False'].flatMap((label, at) => rated(label, 5 - 2 * at, 3))
  const rest = [...rated('Mostly true', 4, 1), ...rated('Satire', null, 1)]
  expect(wordsIn([...rest, ...many])).toEqual(['3 True', '3 Half true', '3 False', '2 claims rated otherwise'])
  expect(wordsIn([published({ state: 'withdrawn', rating: null })])).toEqual(['Withdrawn'])
})

it('holds hostile texts as text, and leaves out what the font cannot draw', async () => {
  const claim = await firstPublic(await aReport())
  const hostile = '</text><script>alert(1)</script><image href="file:///etc/passwd"/>&#0;\u0000\u202E\uD800 😀'
  const svg = String(ClaimPicture({ ...claim, statement: hostile, newsroom: hostile }))
  expect(svg).not.toMatch(/<script|<image/)
  for (const sign of ['\u0000', '\u202E']) expect(svg).not.toContain(sign)
  expect((await drawPng(svg))?.length).toBeGreaterThan(1_000)
  expect(String(ClaimPicture({ ...claim, statement: '港口星期一关闭。' }))).not.toContain('港')
  expect(await drawPng('this is no SVG')).toBe(undefined)
})

it('has lines no longer than they may be, of any text', () => {
  const texts = [
    'WWWWWWWW MMMMMM mmmmmmmm wwwwwwww @@@@@@@@ %%%%% ——— &&&&&',
    'The Gannet Tunnel was closed to traffic for 413 days, and “Wharfside” lost its shops.',
    'Щорічно Жодна угода не поширюється на Шпигуновецьке міжгір’я, ѫѭ ЉЊ',
    'Ένα λιμάνι έκλεισε τη Δευτέρα ΩΩΩΩΩΩ ΨΨΨΨ ßßßß ŒŒŒŒ ÆÆÆÆ',
    `https://example.org/${'aVeryLongAddress'.repeat(20)}`,
  ]
  for (const text of texts) {
    const lines = wrapped(text, 16, 40) ?? []
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    for (const line of lines) expect([line, drawn(line) <= 16]).toEqual([line, true])
  }
  const cut = wrappedCut(texts.join(' '), 16, 3)
  expect(cut).toHaveLength(3)
  expect(cut.at(-1)).toMatch(/ …$/)
})

it('has the colours of the tool', () => {
  const tokens = readFileSync(join(import.meta.dirname, '../../views/assets/css/tokens.css'), 'utf8')
  for (const [tone, colour] of Object.entries(toneColours))
    expect(tokens).toContain(`--${tone}: light-dark(${colour}, `)
})
