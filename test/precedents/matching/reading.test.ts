import { describe, expect, it } from 'vitest'
import { averagePrecision5, auc, figuresOf } from '../../../server/precedents/matching/evaluation.ts'
import { figuresOf as numbersOf } from '../../../server/precedents/matching/figures.ts'
import { cosine, gramsOf } from '../../../server/precedents/matching/grams.ts'
import { matching } from '../../../server/precedents/matching/matches.ts'
import { readMatching, writeMatching } from '../../../server/precedents/matching/model.ts'
import { nameWords, sameSpeaker } from '../../../server/precedents/matching/speaker.ts'
import { nameTerms, termsOf } from '../../../server/precedents/matching/terms.ts'

describe('what is compared of a text', () => {
  it('are stems without accents, endings and words that say nothing', () => {
    expect(termsOf('The Émigrés’ ceasefires were broken, she said')).toEqual(
      termsOf('emigre ceasefire break').slice(0, 2).concat('broken'),
    )
    expect(nameTerms('Then Angela Merkel spoke. Nobody heard')).toEqual(['angela', 'merkel'])
  })

  it.each([
    ['It cost $4,300 in 1998', [4300, 1998]],
    ['thirty hours and two million people', [30, 2e6]],
    ['1.5 billion, nearly one', [1.5e9]],
    ['three hundred thousand', [3e5]],
    ['nothing at all', []],
  ])('are the figures: %s', (text, figures) => {
    expect([...numbersOf(text)]).toEqual(figures)
  })

  it('are pieces of four letters, which a misspelling hardly changes', () => {
    const [right, wrong, other] = ['ceasefire in Ukraine', 'ceasfire in Ukraine', 'harbour dues'].map(gramsOf)
    if (!right || !wrong || !other) throw new Error('three texts')
    expect(cosine(right, right)).toBeCloseTo(1)
    expect(cosine(right, wrong)).toBeGreaterThan(0.6)
    expect(cosine(right, other)).toBeLessThan(0.1)
    expect(cosine(right, new Uint32Array())).toBe(0)
  })

  it.each([
    ['PRESIDENT OBAMA', 'Barack Obama', true],
    ['SEN. BERNIE SANDERS', 'Bernie Sanders', true],
    ['Sarah Huckabee Sanders', 'Bernie Sanders', false],
    ['Donald Trump Jr.', 'Trump', true],
    ['', '', false],
  ])('are speakers: %s and %s', (a, b, same) => {
    expect(sameSpeaker(nameWords(a), nameWords(b))).toBe(same)
  })
})

describe('the measures', () => {
  const ranked = (...right: boolean[]) =>
    right.map((is, i) => ({ id: String(i), right: is, probability: 0.9 - i / 10 }))
  const question = { id: 'q', on: '', before: '', after: '', speaker: '', split: 'dev', right: new Set(['a', 'b']) }

  it('are average precision cut at five, over all that is right', () => {
    const both = { right: question.right }
    expect(averagePrecision5({ ...both, ranked: ranked(true, false, true) })).toBeCloseTo((1 + 2 / 3) / 2)
    expect(averagePrecision5({ ...both, ranked: ranked(false, false, false, false, false, true) })).toBe(0)
    expect(averagePrecision5({ right: new Set(), ranked: [] })).toBe(0)
  })

  it('are how often a match has more than the best of what is none', () => {
    expect(auc([3, 2], [1, 2])).toBe((1 + 1 + 1 + 0.5) / 4)
    const figures = figuresOf([
      { ...question, ranked: ranked(true, false) },
      { ...question, ranked: ranked(false, false) },
    ])
    expect(figures).toMatchObject({ hit5: 0.5, topAuc: 1, noneAuc: 0.75 })
  })
})

describe('the model as text', () => {
  it('is read as it was written', () => {
    const text = writeMatching(matching(), ['A head'])
    expect(writeMatching(readMatching(text), ['A head'])).toBe(text)
  })

  it.each([
    ['', 'lack “bias”'],
    ['[all]\nbias=much\n', 'a line that is none'],
    ['bias=1\n', 'a line that is none'],
  ])('is refused when it is not whole: %j', (text, why) => {
    expect(() => readMatching(text)).toThrow(why)
  })
})
