import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
import { imageSize } from 'image-size'
import { expect, it } from 'vitest'
import { drawPng } from '../../server/reports/draw.ts'
import { SharePicture, toneColours } from '../../views/reports/share-picture.ts'
import { wrapped, wrappedCut } from '../../views/reports/wrapped.ts'
import { aReport, firstPublic } from './a-report.ts'

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

it('holds hostile texts as text, and leaves out what the font cannot draw', async () => {
  const claim = await firstPublic(await aReport())
  const hostile = '</text><script>alert(1)</script><image href="file:///etc/passwd"/>&#0;\u0000\u202E\uD800 😀'
  const svg = String(SharePicture({ ...claim, statement: hostile, newsroom: hostile }))
  expect(svg).not.toMatch(/<script|<image/)
  for (const sign of ['\u0000', '\u202E']) expect(svg).not.toContain(sign)
  expect((await drawPng(svg))?.length).toBeGreaterThan(1_000)
  expect(String(SharePicture({ ...claim, statement: '港口星期一关闭。' }))).not.toContain('港')
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
