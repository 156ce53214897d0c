import { type Check, type ReadCheck, type ReadQuestion, readCheck } from './reading.ts'
import { combined, mostCandidates, termsToFind } from './ranking.ts'
import type { Scope } from './signs.ts'
import { type Archive, type Weighing, dampened, weighingOf } from './weighing.ts'

/** Checks that are all in memory, for the command. */
export type Checks<T> = {
  all: (T & { check: ReadCheck })[]
  weighing: Weighing
  places: ReadonlyMap<string, Postings>
  shares: ReadonlyMap<string, number>
}
/** Which checks hold a term, and how often. */
type Postings = { at: number[]; counts: number[] }

/** Reads checks and notes which holds which term. */
export function rememberChecks<T extends Check>(checks: readonly T[], shares: ReadonlyMap<string, number>): Checks<T> {
  const all = checks.map((check) => ({ ...check, check: readCheck(check) }))
  const places = new Map<string, Postings>()
  all.forEach(({ check }, i) => {
    for (const [term, count] of check.counts) {
      const found = places.get(term) ?? { at: [], counts: [] }
      found.at.push(i)
      found.counts.push(count)
      places.set(term, found)
    }
  })
  const length = all.reduce((sum, { check }) => sum + check.length, 0)
  const archive: Archive = {
    size: all.length,
    averageLength: length / Math.max(1, all.length),
    holding: (term) => places.get(term)?.at.length ?? 0,
  }
  return { all, weighing: weighingOf(archive, shares), places, shares }
}

/** The checks that share most with what is asked, by both sums; more than are compared where sums are equal. */
export function candidatesIn<T>({ all, weighing, places }: Checks<T>, asked: ReadQuestion, scope: Scope) {
  const { text, around } = termsToFind(asked, scope)
  const sums = new Float64Array(all.length)
  for (const [term, weight] of around) {
    const { at, counts } = places.get(term) ?? { at: [], counts: [] }
    const value = (weight + (text.get(term) ?? 0)) * weighing.worth(term)
    at.forEach((place, k) => {
      const length = (all[place]?.check.length ?? 0) / weighing.averageLength
      sums[place] = (sums[place] ?? 0) + value * dampened(counts[k] ?? 0, length)
    })
  }
  all.forEach(({ check }, i) => {
    if (sums[i]) sums[i] = combined({ asked, check, scope }, sums[i])
  })
  const line = sums.toSorted().at(-Math.min(mostCandidates, all.length)) ?? 0
  return all.filter((_, i) => (sums[i] ?? 0) > 0 && (sums[i] ?? 0) >= line)
}
