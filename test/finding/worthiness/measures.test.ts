import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { averagePrecision, bestLine, foundAt } from '../../../server/finding/worthiness/measures.ts'

const judged = { scores: [0.9, 0.8, 0.7, 0.6, 0.5], truth: [true, false, true, true, false] }

describe('average precision', () => {
  it('is the mean of the precision at each true one', () => {
    expect(averagePrecision(judged)).toBeCloseTo((1 / 1 + 2 / 3 + 3 / 4) / 3, 12)
  })

  it('counts equal scores together, in whatever order they stand', () => {
    expect(averagePrecision({ scores: [0.5, 0.5, 0.5, 0.5], truth: [true, false, false, false] })).toBe(0.25)
    expect(averagePrecision({ scores: [0.5, 0.5, 0.5, 0.5], truth: [false, false, false, true] })).toBe(0.25)
  })

  it('is 0 where nothing is true', () => {
    expect(averagePrecision({ scores: [0.5], truth: [false] })).toBe(0)
  })
})

describe('what is found at a line', () => {
  it('is told as precision, recall and F1', () => {
    expect(foundAt(judged, 0.7)).toEqual({ precision: 2 / 3, recall: 2 / 3, f1: 4 / 6 })
    expect(foundAt(judged, 2)).toEqual({ precision: 0, recall: 0, f1: 0 })
  })

  it('is nowhere better than at the best line', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.boolean()), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(pairs, (rows) => {
        const some = { scores: rows.map(([score]) => score), truth: rows.map(([, is]) => is) }
        const best = Math.max(...some.scores.map((line) => foundAt(some, line).f1))
        // Of lines that are equally good the middle one is taken, which need not be as good: so only for one best.
        const lines = [...new Set(some.scores)].filter((line) => foundAt(some, line).f1 >= best - 0.001)
        if (lines.length === 1) expect(foundAt(some, bestLine(some)).f1).toBe(best)
      }),
    )
  })
})
