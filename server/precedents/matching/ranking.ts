import { type Pair, signsFor } from './pair.ts'
import type { ReadCheck, ReadQuestion } from './reading.ts'
import type { Scope, Signs } from './signs.ts'
import { sameSpeaker } from './speaker.ts'
import { type Weighing, bm25, covered } from './weighing.ts'

/** How many candidates are compared closely. */
export const mostCandidates = 80
// What stands around the text, and who said it, count less than the text.
const aroundWeight = 0.5
const supporters = 12
// The best of a few is not good for being the best: a good one has so much of what could be had.
const goodShare = 0.4
// What is supposed where nothing else is there.
const usualSupport = 0.15

/** What is looked for, by weight: the text, and the text with its neighbours and its speaker. */
export type Terms = { text: ReadonlyMap<string, number>; around: ReadonlyMap<string, number> }

/** What is looked for of what is asked; of the scope `text` nothing but its words. */
export function termsToFind({ text, around, speaker }: ReadQuestion, scope: Scope): Terms {
  const own = new Map([...text.set].map((term) => [term, 1]))
  if (scope === 'text') return { text: own, around: own }
  const others = [...around, ...speaker]
    .filter((term) => !own.has(term))
    .map((term): [string, number] => [term, aroundWeight])
  return { text: own, around: new Map([...own, ...others]) }
}

/** Both sums as one: raised for the same speaker, and for what was said not long before, where the scope allows it. */
export function combined({ asked, check, scope }: { asked: Who; check: Who; scope: Scope }, sum: number): number {
  if (scope === 'text') return sum
  const raised = sameSpeaker(asked.speaker, check.speaker) ? sum * 1.3 : sum
  if (scope === 'undated' || asked.day === undefined || check.day === undefined) return raised
  const age = asked.day - check.day
  if (age < -30) return raised * 0.3
  return raised * (1 + 0.6 * Math.exp(-Math.max(0, age) / 200) + (age <= 1 ? 0.4 : 0))
}
type Who = Pick<ReadCheck, 'speaker' | 'day'>

type Candidates<T> = {
  asked: ReadQuestion
  candidates: readonly (T & { check: ReadCheck })[]
  weighing: Weighing
  scope: Scope
}

/** The signs of each candidate, the most promising first, `mostCandidates` at the most. */
export function compare<T>({ asked, candidates, weighing, scope }: Candidates<T>): { candidate: T; signs: Signs }[] {
  const terms = termsToFind(asked, scope)
  const best = candidates
    .map((candidate) => {
      const text = bm25(weighing, terms.text, candidate.check)
      const around = scope === 'text' ? text : bm25(weighing, terms.around, candidate.check)
      return { candidate, text, around, order: combined({ asked, check: candidate.check, scope }, text + around) }
    })
    .filter(({ order }) => order > 0)
    .sort((a, b) => b.order - a.order)
    .slice(0, mostCandidates)
  const most = { text: atMost(weighing, terms.text), around: atMost(weighing, terms.around) }
  const bests = {
    bestText: Math.max(most.text * goodShare, ...best.map(({ text }) => text)),
    bestAround: Math.max(most.around * goodShare, ...best.map(({ around }) => around)),
  }
  const leaders = best.slice(0, supporters).map(({ candidate }) => candidate.check)
  return best.map(({ candidate, text, around }, rank) => {
    const { check } = candidate
    const standing = { text, around, ...bests, rank, support: supportOf(weighing, check, leaders) }
    const pair: Pair = { asked, check, weighing, most, standing }
    return { candidate, signs: signsFor(pair, scope) }
  })
}

/** What BM25 gives to a check of middling length that holds every term. */
function atMost({ worth }: Weighing, terms: ReadonlyMap<string, number>): number {
  let sum = 1e-9
  for (const [term, weight] of terms) sum += weight * worth(term)
  return sum
}

/** How much of a check the best candidates share: claims that were checked often support each other. */
function supportOf(weighing: Weighing, check: ReadCheck, leaders: readonly ReadCheck[]): number {
  const others = leaders.filter((leader) => leader !== check)
  const sum = others.reduce((before, other) => before + covered(weighing, check.all, other.all), 0)
  return others.length === 0 ? usualSupport : sum / others.length
}
