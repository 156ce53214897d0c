import { describe, expect, it } from 'vitest'
import { featuresOf } from '../../../server/finding/worthiness/features.ts'
import { type Linear, probabilityOf, sumOf } from '../../../server/finding/worthiness/linear.ts'
import { fitLogistic } from '../../../server/finding/worthiness/logistic.ts'
import { train } from '../../../server/finding/worthiness/training.ts'
import { readWeights, writeWeights } from '../../../server/finding/worthiness/weights.ts'
import { madeUp } from './made-up.ts'

const score = (model: Linear, text: string) => probabilityOf(model, sumOf(model, featuresOf(text)))

describe('training', () => {
  it('gives the same bytes for the same sentences', () => {
    expect(writeWeights(train(madeUp).weights, [])).toBe(writeWeights(train(madeUp).weights, []))
  })

  it('tells what it learned apart, also in words it has not seen together', () => {
    const { english } = train(madeUp).weights
    expect(score(english, 'The harbour voted against 12 ships in 1998.')).toBeGreaterThan(english.line)
    expect(score(english, 'I hope you think of us?')).toBeLessThan(english.line)
  })

  it('learns no word that fewer than three debates share', () => {
    const lone = { debate: '1990-10-01', worthy: true, agreed: true, text: 'Flotsam sank in 1998.' }
    const { english } = train([...madeUp, lone, lone, lone]).weights
    expect([...english.terms.keys()].filter((term) => /flotsam|sank/.test(term))).toEqual([])
    expect(english.terms.has('harbour')).toBe(true)
  })

  it('judges every sentence by a model that has seen no debate of its year', () => {
    const odd = madeUp.map((row) => (row.debate.startsWith('1990') ? { ...row, worthy: !row.worthy } : row))
    const strange = train(odd).unseen.filter(({ debate }) => debate.startsWith('1990'))
    // The other years say the opposite of what this one does, so all of it must be judged wrongly.
    for (const { worthy, probability } of strange) expect(probability > 0.5).toBe(!worthy)
  })

  it('knows other languages by signs alone', () => {
    const { any } = train(madeUp).weights
    expect(any.terms.size).toBe(0)
    expect(any.named.get('question')).toBeLessThan(0)
    expect(any.named.get('past') ?? 0).toBe(0)
  })
})

describe('logistic regression', () => {
  it('finds the weights at which the slope of the loss is nothing', () => {
    // Three of four with the sign are true, one of four without: the odds are 3 and 1/3.
    const rows = {
      starts: Int32Array.from([0, 1, 2, 3, 4, 4, 4, 4, 4]),
      columns: Int32Array.from([0, 0, 0, 0]),
      values: Float64Array.from([1, 1, 1, 1]),
      width: 1,
    }
    const [sign, bias] = fitLogistic({ rows, truth: [1, 1, 1, 0, 1, 0, 0, 0], penalty: new Float64Array(1) })
    expect(bias).toBeCloseTo(Math.log(1 / 3), 3)
    expect(sign).toBeCloseTo(Math.log(9), 3)
  })
})

describe('the weights as text', () => {
  const { weights } = train(madeUp)

  it('are read as they were written, to the hundredth, and written again the same', () => {
    const text = writeWeights(weights, ['A head', 'of two lines'])
    const read = readWeights(text)
    expect(writeWeights(read, ['A head', 'of two lines'])).toBe(text)
    expect(read.english.line).toBeCloseTo(weights.english.line, 6)
    for (const [term, weight] of weights.english.terms)
      expect(Math.abs((read.english.terms.get(term) ?? 0) - weight)).toBeLessThanOrEqual(0.0051)
  })

  it.each([
    ['', 'lack “bias”'],
    ['[english]\nbias=1\n', 'lack “slope”'],
    ['12\tharbour\n', 'a line that is none'],
    ['[english]\nx\tharbour\n', 'a line that is none'],
    ['[english]\n12\t#weather\n', 'a line that is none'],
    ['[english]\nbias=much\n', 'a line that is none'],
  ])('are refused when they are not whole: %j', (text, why) => {
    expect(() => readWeights(text)).toThrow(why)
  })
})
