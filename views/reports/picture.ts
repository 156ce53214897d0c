import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Tone } from '../../server/verdicts/words.ts'
import { type Html, html } from '../html.ts'
import { wrapped, wrappedCut } from './wrapped.ts'

/** The colours of ratings by day, as in tokens.css: a picture knows no custom properties. */
export const toneColours: Record<Tone, string> = {
  true: '#1b7a46',
  'mostly-true': '#4a7a1a',
  half: '#856200',
  'mostly-false': '#a94e09',
  false: '#b3261e',
  'off-axis': '#6b4fa0',
}
export const [soft, rule, undecided] = ['#5c5f68', '#e3e0d8', '#63666e']
const [ink, ground] = ['#1d1f24', '#faf9f6']
/** How wide a line may be, and where it begins. */
export const [wide, margin] = [1_040, 80]

/** A picture of 1200 × 630 as SVG, with the newsroom's name at its top. */
export const Picture = (newsroom: string, drawn: Html): Html =>
  html`<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630" font-family="Noto Serif">
  <rect width="1200" height="630" fill="${ground}"/>
  ${Line({ text: newsroom, y: 92, size: 30, weight: 600, fill: ink, width: wide - 280 })}
  ${Line({ text: 'Fact-check', y: 92, size: 26, weight: 400, fill: soft, end: true })}
  ${drawn}
</svg>`

type Set = {
  text: string
  y: number
  size: number
  weight: 400 | 600
  fill: string
  x?: number
  width?: number
  end?: boolean
}

/** One line of text, cut where it would be wider than it may; at the right with `end`. */
export const Line = ({ text, y, size, weight, fill, x = margin, width = wide - (x - margin), end = false }: Set) => {
  const [line = ''] = wrappedCut(drawable(text) ?? '', (end ? 260 : width) / size, 1)
  return html`<text x="${end ? margin + wide : x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" ${end && html`text-anchor="end"`}>${line}</text>`
}

/** What a heading may be set in: the first size in which the text needs no more lines than that. */
type Sizes = readonly [{ size: number; most: number }, ...{ size: number; most: number }[]]

/** The words that the picture is about, as large as they can be, below the top. */
export function Heading(words: string, sizes: Sizes): Html | false {
  const text = drawable(words)
  if (text === undefined) return false
  const fitting = sizes.find(({ size, most }) => wrapped(text, wide / size, most))
  const { size, most } = fitting ?? sizes.at(-1) ?? sizes[0]
  const lines = wrappedCut(text, wide / size, most)
  return html`${lines.map((line, at) => html`<text x="${margin}" y="${130 + size * (at + 1) * 1.22}" font-size="${size}" font-weight="600" fill="${ink}">${line}</text>`)}`
}

// The font that is shipped has these scripts; a text in another one would be a row of boxes.
const known = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]*$/u
// eslint-disable-next-line no-control-regex
const unseen = /[\u0000-\u001F\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Extended_Pictographic}\uFE0F]/gu

/** Text as it can be drawn, or undefined when the font lacks its script. */
function drawable(text: string): string | undefined {
  const clean = text.toWellFormed().replaceAll(unseen, ' ').replaceAll(/\s+/g, ' ').trim()
  return known.test(clean) && clean !== '' ? clean : undefined
}

let sprite: string | undefined

type Placed = { colour: string; x: number; y: number; scale: number }

/** The shape of a rating, drawn like the sprite of the tool, whose symbols are circles and paths. */
export function Shape(shape: string, { colour, x, y, scale }: Placed): Html {
  sprite ??= readFileSync(join(import.meta.dirname, '../assets/icons.svg'), 'utf8')
  const start = sprite.indexOf(`<symbol id="rating-${shape}"`)
  const symbol = start < 0 ? '' : sprite.slice(start, sprite.indexOf('</symbol>', start))
  return html`<g transform="translate(${x} ${y}) scale(${scale})" fill="none" stroke="${colour}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${[...symbol.matchAll(/<(circle|path)([^>]*)>/g)].map(([, name, rest = '']) => (name === 'circle' ? Circle(rest, colour) : Path(rest, colour)))}</g>`
}

const given = (attributes: string, name: string) =>
  new Map([...attributes.matchAll(/([a-z-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value])).get(name)
const filled = (attributes: string, colour: string) => (given(attributes, 'fill') ? colour : 'none')

const Circle = (rest: string, colour: string) =>
  html`<circle cx="12" cy="12" r="${given(rest, 'r') ?? 9}" fill="${filled(rest, colour)}"/>`

const Path = (rest: string, colour: string) =>
  html`<path d="${given(rest, 'd') ?? ''}" fill="${filled(rest, colour)}" stroke-width="${given(rest, 'stroke-width') ?? 2}" stroke-dasharray="${given(rest, 'stroke-dasharray') ?? 'none'}"/>`
