import { aroundSignsOf } from './around-signs.ts'
import { dateSignsOf } from './date-signs.ts'
import type { ReadCheck, ReadQuestion } from './reading.ts'
import type { Scope, Signs } from './signs.ts'
import { textSignsOf } from './text-signs.ts'
import type { Weighing } from './weighing.ts'

/** A candidate with its sums of BM25 for the text and with its neighbours, and with the best sums of all candidates. */
type Standing = {
  text: number
  around: number
  bestText: number
  bestAround: number
  rank: number
  support: number
}

/** What is asked and a check, with all that comparing them needs. `most` is what BM25 could give at the most. */
export type Pair = {
  asked: ReadQuestion
  check: ReadCheck
  weighing: Weighing
  most: { text: number; around: number }
  standing: Standing
}

/** All that says whether a check is about what is asked. */
export function signsFor(pair: Pair, scope: Scope): Signs {
  const text = textSignsOf(pair)
  if (scope === 'text') return text
  const around = aroundSignsOf(pair)
  return { ...text, ...around, ...(scope === 'all' ? dateSignsOf(pair, around) : {}) }
}
