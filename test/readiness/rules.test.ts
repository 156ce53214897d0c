import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type WeighedSource, groupSources } from '../../server/independence/grouping.ts'
import { whyOne } from '../../server/independence/words.ts'
import { type Levels, type Standing, judgeReadiness } from '../../server/readiness/rules.ts'
import { type PolicyRule, policyRules, sides } from '../../server/readiness/words.ts'

const allWarn: Levels = {
  evidence: 'warning',
  weight: 'warning',
  both_sides: 'warning',
  claimant_asked: 'warning',
  passages: 'warning',
}

const source = (id: number, more: Partial<WeighedSource> = {}): WeighedSource => ({
  id,
  title: `Source ${id}`,
  publisher: `Publisher ${id}`,
  url: `https://site${id}.example/page`,
  origin: null,
  originId: null,
  primary: false,
  confidential: false,
  ...more,
})

const standing = (...from: WeighedSource[]): Standing => ({
  evidence: from.map((one) => ({ stance: 'supports', passage: null, passageMatch: null, source: one })),
  searched: [],
  asked: 0,
  hasClaimant: true,
})

const one = (rule: PolicyRule, of: Standing) => {
  const [item] = judgeReadiness({ ...allWarn, ...othersOff(rule) }, of)
  if (!item) throw new Error('The rule is off')
  return item
}
const othersOff = (rule: PolicyRule) =>
  Object.fromEntries(policyRules.filter((other) => other !== rule).map((other) => [other, 'off' as const]))

describe('the weight of sources', () => {
  it('is enough with one primary source, named', () => {
    const item = one('weight', standing(source(1), source(2, { primary: true })))
    expect(item).toMatchObject({ met: true, missing: null, because: '“Source 2” is a primary source.' })
  })

  it('is enough with two of different publishers and domains', () => {
    expect(one('weight', standing(source(1), source(2)))).toMatchObject({ met: true })
    expect(one('weight', standing(source(1), source(2, { url: null })))).toMatchObject({ met: true })
  })

  it.each([
    ['no source', standing(), 'There is no source, so neither a primary one nor two independent ones.'],
    ['one', standing(source(1)), '“Source 1” is the only source, and it is not primary.'],
    ['one twice', standing(source(1), source(1)), '“Source 1” is the only source, and it is not primary.'],
    [
      'one publisher, however spelt',
      standing(source(1, { publisher: 'The Béll' }), source(2, { publisher: 'the bell.' })),
      'No source is primary, and no two are independent. “Source 1” and “Source 2” count as one: both are published by The Béll.',
    ],
    [
      'one domain',
      standing(source(1, { url: 'https://www.bell.co.uk/a' }), source(2, { url: 'http://news.BELL.co.uk/b' })),
      'No source is primary, and no two are independent. “Source 1” and “Source 2” count as one: both are at bell.co.uk.',
    ],
    [
      'a publisher that is not noted',
      standing(source(1), source(2, { publisher: ' ' })),
      'No source is primary, and no two are independent. “Source 1” and “Source 2” count as one: no publisher is noted for “Source 2”.',
    ],
  ])('misses, named exactly: %s', (_name, of, missing) => {
    expect(one('weight', of)).toMatchObject({ met: false, missing, because: null })
  })

  it('counts confidential sources, and names nothing of them', () => {
    const secret = { confidential: true, title: 'The mole', publisher: 'Ministry', url: 'https://mole.example' }
    const cases = [
      standing(source(1, { ...secret, primary: true })),
      standing(source(1, secret)),
      standing(source(1, secret), source(2)),
      standing(source(1, secret), source(2, { publisher: 'Ministry' })),
      standing(source(1, { ...secret, publisher: null }), source(2, { url: 'https://mole.example/b' })),
      standing(source(1, { ...secret, publisher: 'A' }), source(2, { url: 'https://mole.example/b' })),
      standing(source(1, secret), source(2, secret)),
    ]
    const items = cases.map((of) => one('weight', of))
    expect(items.map(({ met }) => met)).toEqual([true, false, true, false, false, false, false])
    for (const { missing, because } of items) expect(`${missing} ${because}`).not.toMatch(/mole|ministry/i)
  })
})

describe('many sources', () => {
  it('are weighed at once, and named by the first few', () => {
    const many = Array.from({ length: 2_000 }, (_, index) => source(index, { publisher: 'The Bell' }))
    const began = performance.now()
    const { missing } = one('weight', standing(...many))
    expect(performance.now() - began).toBeLessThan(2_000)
    expect(missing).toContain('“Source 1” and “Source 2” count as one: both are published by The Bell; and so on')
    const last = source(2_000, { publisher: 'Tide office' })
    expect(one('weight', standing(...many, last)).because).toBe(
      '“Source 0” and “Source 2000” are independent of each other.',
    )
  })
})

describe('the other rules', () => {
  it('ask for any evidence at all', () => {
    expect(one('evidence', standing())).toMatchObject({ met: false, missing: 'There is no evidence on this claim.' })
    expect(one('evidence', standing(source(1)))).toMatchObject({ met: true, because: '1 piece of evidence.' })
  })

  it('name the side that nothing is known of', () => {
    const empty = one('both_sides', standing())
    expect(empty.missing).toBe('Nothing supports or refutes the claim, and nobody has noted that they looked.')
    const half = one('both_sides', standing(source(1)))
    expect(half).toMatchObject({ met: false, sides: ['refutes'] })
    expect(half.missing).toContain('Nothing refutes the claim')
    expect(one('both_sides', { ...standing(source(1)), searched: ['refutes'] })).toMatchObject({ met: true, sides: [] })
    expect(one('both_sides', { ...standing(), searched: ['refutes', 'supports'] })).toMatchObject({ met: true })
  })

  it('ask the claimant only where there is one, and say so', () => {
    expect(one('claimant_asked', standing())).toMatchObject({ met: false })
    expect(one('claimant_asked', { ...standing(), asked: 1 })).toMatchObject({ met: true })
    const nobody = one('claimant_asked', { ...standing(), hasClaimant: false })
    expect(nobody).toMatchObject({ met: true, because: 'No claimant is named, so nobody has to be asked.' })
  })

  it('are silent while they are off', () => {
    expect(
      judgeReadiness(
        { evidence: 'off', weight: 'off', both_sides: 'off', claimant_asked: 'off', passages: 'off' },
        standing(),
      ),
    ).toEqual([])
    expect(judgeReadiness({ ...allWarn, weight: 'bar' }, standing()).map(({ level }) => level)).toEqual([
      'warning',
      'bar',
      'warning',
      'warning',
      'warning',
    ])
  })
})

describe('whatever stands on a claim', () => {
  const few = fc.constantFrom(1, 2, 3)
  const anySource = fc.record({
    publisher: fc.option(few.map((n) => `P${n}`)),
    url: fc.option(few.map((n) => `https://s${n}.example/`)),
    primary: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
    confidential: fc.boolean(),
  })
  type Row = (standing: Standing) => Standing
  const evidenceRow = fc
    .tuple(fc.integer({ min: 0, max: 4 }), fc.constantFrom('supports', 'refutes', 'context'))
    .map(([index, stance]) => (sources: readonly WeighedSource[]): Row => {
      const from = sources[index] ?? source(index)
      return (of) => ({
        ...of,
        evidence: [...of.evidence, { stance, passage: null, passageMatch: null, source: from }],
      })
    })
  const searchRow = fc
    .constantFrom(...sides)
    .map((side) => (): Row => (of) => ({ ...of, searched: [...of.searched, side] }))
  const attemptRow = fc.nat().map(() => (): Row => (of) => ({ ...of, asked: of.asked + 1 }))
  /** The rows of a claim, each one a step from nothing to what stands on it. */
  const claimRows = fc
    .tuple(
      fc.array(anySource, { minLength: 5, maxLength: 5 }),
      fc.array(fc.oneof(evidenceRow, searchRow, attemptRow), { minLength: 1, maxLength: 8 }),
    )
    .map(([given, rows]) => {
      const sources = given.map((more, index) => source(index, more))
      return rows.map((make) => make(sources))
    })
  const standingOf = (rows: readonly Row[]) => rows.reduce((of, step) => step(of), standing())
  const isMet = (rule: PolicyRule, rows: readonly Row[]) => one(rule, standingOf(rows)).met
  /** How many rows each rule may rest on at the least. */
  const rests: Record<PolicyRule, number[]> = {
    evidence: [1],
    weight: [1, 2],
    both_sides: [2],
    claimant_asked: [1],
    passages: [0],
  }

  it.each(policyRules)('%s is met by rows that change it when they go, and by nothing else', (rule) => {
    fc.assert(
      fc.property(claimRows, (rows) => {
        if (!isMet(rule, rows)) return
        let left = rows
        for (const gone of rows) {
          const without = left.filter((other) => other !== gone)
          if (isMet(rule, without)) left = without
        }
        expect(rests[rule]).toContain(left.length)
        for (const gone of left)
          expect(
            isMet(
              rule,
              left.filter((other) => other !== gone),
            ),
          ).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  it('always says either what is missing or why nothing is, and a row more never unmeets a rule that does not ask for independent sources', () => {
    fc.assert(
      fc.property(claimRows, (more) => {
        const rows = more.slice(1)
        const before = judgeReadiness(allWarn, standingOf(rows))
        const after = judgeReadiness(allWarn, standingOf(more))
        for (const { met, missing, because } of before) expect([missing === null, because !== null]).toEqual([met, met])
        for (const [index, { rule, met }] of before.entries())
          if (met && rule !== 'weight') expect(after[index]?.met).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('two sources are as independent of each other as the other way round', () => {
    fc.assert(
      fc.property(anySource, anySource, (a, b) => {
        const [x, y] = [source(1, a), source(2, b)]
        const [grouped, turned] = [groupSources([x, y]), groupSources([y, x])]
        expect(whyOne(grouped, [x, y]) === undefined).toBe(whyOne(turned, [y, x]) === undefined)
        expect(grouped.independent === 1).toBe(whyOne(grouped, [x, y]) !== undefined)
        expect(turned.independent).toBe(grouped.independent)
      }),
    )
  })
})
