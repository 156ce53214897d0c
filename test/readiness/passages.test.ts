import { describe, expect, it } from 'vitest'
import type { WeighedSource } from '../../server/independence/grouping.ts'
import { type Levels, type Standing, judgeReadiness } from '../../server/readiness/rules.ts'

const off: Levels = { evidence: 'off', weight: 'off', both_sides: 'off', claimant_asked: 'off', passages: 'warning' }

const source = (id: number, confidential: boolean): WeighedSource => ({
  id,
  title: `Source ${id}`,
  publisher: null,
  url: null,
  primary: false,
  origin: null,
  originId: null,
  confidential,
})

const one = (of: Standing) => judgeReadiness(off, of)[0]

describe('the passages', () => {
  const quoting = (...all: [string | null, 'exact' | 'near' | 'missing' | null][]): Standing => ({
    searched: [],
    asked: 0,
    hasClaimant: true,
    evidence: all.map(([passage, passageMatch], at) => ({
      stance: 'supports',
      passage,
      passageMatch,
      source: source(at, at > 1),
    })),
  })

  it('are enough when each was found, and what is nearly there is told', () => {
    expect(one(quoting(['a', 'exact'], [null, null]))).toMatchObject({
      met: true,
      because: '1 passage found.',
    })
    expect(one(quoting(['a', 'exact'], ['b', 'near']))).toMatchObject({
      met: true,
      because: '2 passages found, 1 of them not word for word.',
    })
    expect(one(quoting([null, null]))).toMatchObject({
      met: true,
      because: 'No evidence quotes a passage.',
    })
  })

  it('are named by their sources when they are missing or there is no copy, confidential ones without their name', () => {
    expect(one(quoting(['a', 'missing'], ['b', 'exact']))).toMatchObject({
      met: false,
      missing: 'Not in the copy of “Source 0”.',
    })
    expect(one(quoting(['a', null], ['b', 'missing'], ['c', 'missing']))).toMatchObject({
      missing:
        'Not in the copy of “Source 1”, 1 confidential source. Not looked up, since no copy with a text is kept: “Source 0”.',
    })
  })
})
