import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anchorOf, locate } from '../../server/claims/anchor.ts'

const pieces = [
  'a',
  'b',
  ' ',
  '\n',
  '“',
  '”',
  'é',
  'e\u0301',
  '😀',
  '👩🏽‍🚀',
  '🇳🇿',
  'سلام',
  'ُ',
  'שלום',
  '漢',
  '\u200f',
  '\u00a0',
  'truce',
]
const someText = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 120 }).map((all) => all.join(''))

const isCut = (text: string, at: number) =>
  /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? '')

/** A text and a stretch of it that holds more than white space and cuts no character. */
const selection = fc
  .record({ text: someText, a: fc.nat(400), b: fc.nat(400) })
  .map(({ text, a, b }) => ({ text, from: Math.min(a, b) % text.length, to: (Math.max(a, b) % text.length) + 1 }))
  .filter(({ text, from, to }) => text.slice(from, to).trim() !== '' && !isCut(text, from) && !isCut(text, to))

describe('anchorOf', () => {
  it('cuts exactly what stands at its offsets, without white space at the ends', () => {
    fc.assert(
      fc.property(selection, ({ text, from, to }) => {
        const { start, end, quote } = anchorOf(text, from, to)
        expect(text.slice(start, end)).toBe(quote)
        expect(quote).toBe(text.slice(from, to).trim())
        expect(start).toBeGreaterThanOrEqual(from)
        expect(end).toBeLessThanOrEqual(to)
      }),
    )
  })

  it('keeps up to 32 units on either side, whole characters only', () => {
    fc.assert(
      fc.property(selection, ({ text, from, to }) => {
        const { start, end, prefix, suffix } = anchorOf(text, from, to)
        expect(text.slice(0, start).endsWith(prefix)).toBe(true)
        expect(text.slice(end).startsWith(suffix)).toBe(true)
        expect(prefix.isWellFormed() && suffix.isWellFormed()).toBe(true)
        expect(prefix.length).toBeGreaterThanOrEqual(Math.min(31, start))
        expect(suffix.length).toBeGreaterThanOrEqual(Math.min(31, text.length - end))
        expect(Math.max(prefix.length, suffix.length)).toBeLessThanOrEqual(32)
      }),
    )
  })

  it('gives up one unit rather than half a character', () => {
    const text = `😀${'x'.repeat(31)}quote${'y'.repeat(31)}😀`
    expect(anchorOf(text, 33, 38)).toMatchObject({ prefix: 'x'.repeat(31), suffix: 'y'.repeat(31) })
  })

  it.each([
    ['nothing', 'a truce', 3, 3, 'Nothing is selected'],
    ['backwards', 'a truce', 4, 2, 'Nothing is selected'],
    ['white space', 'a \n truce', 1, 4, 'Only white space'],
    ['past the end', 'a truce', 0, 8, 'outside the text'],
    ['before the beginning', 'a truce', -1, 3, 'outside the text'],
    ['between two units', 'a truce', 0.5, 3, 'outside the text'],
    ['no number', 'a truce', Number.NaN, 3, 'outside the text'],
    ['a beginning within a character', 'a😀b', 2, 4, 'middle of a character'],
    ['an end within a character', 'a😀b', 0, 2, 'middle of a character'],
  ])('refuses %s', (_what, text, from, to, message) => {
    expect(() => anchorOf(text, from, to)).toThrow(message)
  })
})

describe('locate', () => {
  it('finds every quote where it was cut', () => {
    fc.assert(
      fc.property(selection, ({ text, from, to }) => {
        const anchor = anchorOf(text, from, to)
        expect(locate(text, anchor)).toEqual({ start: anchor.start, end: anchor.end })
      }),
    )
  })

  it('finds the quote again when text comes before it', () => {
    fc.assert(
      fc.property(selection, someText, ({ text, from, to }, before) => {
        const anchor = anchorOf(text, from, to)
        const found = locate(before + text, anchor)
        expect(found && (before + text).slice(found.start, found.end)).toBe(anchor.quote)
      }),
    )
  })

  it('tells alike quotes apart by what stands around them', () => {
    const text = 'He broke it. She said: he broke it twice. They say he broke it once.'
    const at = text.indexOf('broke it twice')
    const second = anchorOf(text, at, at + 8)
    const longer = `At first nothing. ${text}`
    expect(second.quote).toBe('broke it')
    expect(locate(longer, second)).toEqual({ start: at + 18, end: at + 26 })
  })

  it('takes the nearest of those that are alike in every way', () => {
    const line = 'x'.repeat(40)
    const text = `${line}truce${line}truce${line}`
    const anchor = anchorOf(text, 85, 90)
    expect(locate(`yy${text}`, anchor)).toEqual({ start: 87, end: 92 })
  })

  it('does not find what is not there', () => {
    expect(locate('Nothing of the kind.', anchorOf('A full ceasefire.', 2, 16))).toBeUndefined()
    expect(locate('text', { start: 0, end: 0, quote: '', prefix: '', suffix: '' })).toBeUndefined()
  })
})
