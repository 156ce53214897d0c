import fc from 'fast-check'
import { expect, it } from 'vitest'
import { allInCodePoints, inCodePoints } from '../../server/text/code-points.ts'

it('counts a sign beyond the first plane once', () => {
  const text = 'A 🚢 in the 🌊.'
  expect(inCodePoints(text, { start: 0, end: 1 })).toEqual({ start: 0, end: 1 })
  const start = text.indexOf('in')
  expect(
    allInCodePoints(text, [
      { start, end: start + 2 },
      { start: 2, end: 4 },
      { start: 0, end: 0 },
    ]),
  ).toEqual([
    { start: 4, end: 6 },
    { start: 2, end: 3 },
    { start: 0, end: 0 },
  ])
  expect(inCodePoints(text, { start, end: text.length })).toEqual({ start: 4, end: 13 })
})

it('finds the same words as those who count in code points', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.string(),
      (before, quote, after) => {
        const text = before + quote + after
        const { start, end } = inCodePoints(text, { start: before.length, end: before.length + quote.length })
        expect(Array.from(text).slice(start, end).join('')).toBe(quote)
      },
    ),
    { numRuns: 300 },
  )
})
