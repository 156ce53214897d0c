import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Pair,
  cohensKappa,
  krippendorffsAlpha,
  nominal,
  ordinal,
  shareAlike,
  shareAlikeOn,
  wilsonRange,
} from '../../server/agreement/formulas.ts'

const repeated = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value)

describe('Krippendorff’s alpha', () => {
  // Krippendorff 2011, section C: four observers, twelve units, missing values; 0 stands for missing.
  const observers = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
    [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
  ]
  const units = Array.from({ length: 12 }, (_, unit) =>
    observers.map((values) => values[unit] ?? 0).filter((value) => value > 0),
  )
  const order = [1, 2, 3, 4, 5]

  it('is 0.743 for nominal and 0.815 for ordinal data in the published example', () => {
    expect(krippendorffsAlpha(units, order, nominal)).toBeCloseTo(0.743, 3)
    expect(krippendorffsAlpha(units, order, ordinal)).toBeCloseTo(0.815, 3)
  })

  it('is 0.095 in the published example of two observers and ten binary units', () => {
    // Krippendorff 2011, section A.
    const [meg, owen] = [
      [0, 1, 0, 0, 0, 0, 0, 0, 1, 0],
      [1, 1, 1, 0, 0, 1, 0, 0, 0, 0],
    ]
    const binary = meg.map((value, at) => [value, owen[at] ?? 0])
    expect(krippendorffsAlpha(binary, [0, 1], nominal)).toBeCloseTo(0.095, 3)
  })

  it('is 0.692 in the published example of two observers and twelve units of five values', () => {
    // Krippendorff 2011, section B.
    const [ben, gerry] = ['aabbdcccedda'.split(''), 'babbbccceddd'.split('')]
    const named = ben.map((value, at) => [value, gerry[at] ?? ''])
    expect(krippendorffsAlpha(named, 'abcde'.split(''), nominal)).toBeCloseTo(0.692, 3)
  })

  const ratings = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 }), { maxLength: 30 })

  it('is one exactly when all who judged the same said the same', () => {
    fc.assert(
      fc.property(ratings, (some) => {
        const alike = some.every((values) => values.length < 2 || values.every((value) => value === values[0]))
        for (const metric of [nominal, ordinal]) {
          const alpha = krippendorffsAlpha(some, order, metric)
          if (alpha !== undefined && (alpha === 1) !== alike) return false
        }
        return true
      }),
    )
  })

  it('does not ask who came first, nor look at what one person alone has judged', () => {
    fc.assert(
      fc.property(ratings, (some) => {
        const turned = [...some.map((values) => values.toReversed()), [1], [5], []]
        for (const metric of [nominal, ordinal]) {
          const [one, other] = [krippendorffsAlpha(some, order, metric), krippendorffsAlpha(turned, order, metric)]
          if (one === undefined ? other !== undefined : Math.abs(one - (other ?? 9)) > 1e-9) return false
        }
        return true
      }),
    )
  })

  it('is not there where nothing could differ', () => {
    expect(
      krippendorffsAlpha(
        [
          [1, 1],
          [1, 1],
        ],
        order,
        nominal,
      ),
    ).toBeUndefined()
    expect(krippendorffsAlpha([], order, ordinal)).toBeUndefined()
  })

  it('takes a step to the next label for less than a leap, where values are ranked', () => {
    const near = [
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
      [5, 5],
      [4, 5],
    ]
    const far = [
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
      [5, 5],
      [1, 5],
    ]
    expect(krippendorffsAlpha(near, order, ordinal)).toBeGreaterThan(krippendorffsAlpha(far, order, ordinal) ?? 1)
  })
})

describe('Cohen’s kappa', () => {
  it('is 0.4 in the textbook example of fifty proposals and two readers', () => {
    const pairs: Pair<string>[] = [
      ...repeated(20, ['yes', 'yes'] as const),
      ...repeated(5, ['yes', 'no'] as const),
      ...repeated(10, ['no', 'yes'] as const),
      ...repeated(15, ['no', 'no'] as const),
    ]
    expect(shareAlike(pairs)).toBeCloseTo(0.7, 10)
    expect(cohensKappa(pairs)).toBeCloseTo(0.4, 10)
  })

  it('is lower where the same share of agreement could more easily be chance', () => {
    const skewed = [...repeated(45, ['y', 'y'] as const), ...repeated(15, ['y', 'n'] as const)]
    const more: Pair<string>[] = [...skewed, ...repeated(25, ['n', 'y'] as const), ...repeated(15, ['n', 'n'] as const)]
    const other: Pair<string>[] = [
      ...repeated(25, ['y', 'y'] as const),
      ...repeated(35, ['y', 'n'] as const),
      ...repeated(5, ['n', 'y'] as const),
      ...repeated(35, ['n', 'n'] as const),
    ]
    expect(cohensKappa(more)).toBeCloseTo(0.1304, 4)
    expect(cohensKappa(other)).toBeCloseTo(0.2593, 4)
  })

  it('is not there without pairs, or where both always say the same one thing', () => {
    expect(cohensKappa([])).toBeUndefined()
    expect(cohensKappa(repeated(5, ['y', 'y'] as const))).toBeUndefined()
  })
})

it('a share of eight in ten may be anything from 49 to 94 %', () => {
  const { from, to } = wilsonRange(0.8, 10)
  expect([from, to].map((value) => value.toFixed(3))).toEqual(['0.490', '0.943'])
})

it('agreement on one label looks at that label only', () => {
  const pairs: Pair<string>[] = [
    ['a', 'a'],
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'c'],
  ]
  expect(['a', 'b', 'c', 'd'].map((value) => shareAlikeOn(pairs, value))).toEqual([2 / 3, 0, 2 / 3, undefined])
})
