import type { ReadCheck } from './reading.ts'

/** How many checks there are, and how many hold a term. */
export type Archive = { size: number; averageLength: number; holding: (term: string) => number }

/** What words are worth in an archive. */
export type Weighing = { worth: (term: string) => number; averageLength: number }

// A young archive knows nothing of words: as many more checks are imagined, in which words are as common as in the training data.
const imagined = 20_000
const imaginedLength = 17

/** What each word is worth: the rarer it is in the archive and in general (`shares` of all checks), the more. Robertson and Spärck Jones' idf. */
export function weighingOf({ size, averageLength, holding }: Archive, shares: ReadonlyMap<string, number>): Weighing {
  const known = new Map<string, number>()
  const worth = (term: string) => {
    const before = known.get(term)
    if (before !== undefined) return before
    const all = size + imagined
    const with_ = holding(term) + imagined * (shares.get(term) ?? 0)
    const value = Math.log(1 + (all - with_ + 0.5) / (with_ + 0.5))
    known.set(term, value)
    return value
  }
  return { worth, averageLength: (size * averageLength + imagined * imaginedLength) / (size + imagined) }
}

const saturation = 1.2
const lengthMatters = 0.6

/** BM25 (Robertson and Zaragoza 2009) of a check for weighted terms. */
export function bm25({ worth, averageLength }: Weighing, terms: ReadonlyMap<string, number>, check: ReadCheck): number {
  let sum = 0
  for (const [term, weight] of terms) {
    const count = check.counts.get(term)
    if (count) sum += weight * worth(term) * dampened(count, check.length / averageLength)
  }
  return sum
}

/** What a term counts that stands `count` times in a text of so many average lengths. */
export const dampened = (count: number, length: number): number =>
  (count * (saturation + 1)) / (count + saturation * (1 - lengthMatters + lengthMatters * length))

/** How much of the first is in the second, by what the words are worth: 0 to 1. */
export function covered({ worth }: Weighing, of: Iterable<string>, by: ReadonlySet<string>): number {
  let all = 0
  let found = 0
  for (const term of of) {
    const value = worth(term)
    all += value
    if (by.has(term)) found += value
  }
  return all === 0 ? 0 : found / all
}

/** The words in a row that two texts share, by what the best such row is worth. */
export function bestRun({ worth }: Weighing, a: readonly string[], b: readonly string[]): number {
  let best = 0
  const row = new Float64Array(b.length + 1)
  for (const term of a) {
    let diagonal = 0
    for (let j = 0; j < b.length; j++) {
      const above = row[j + 1] ?? 0
      const value = term === b[j] ? diagonal + worth(term) : 0
      row[j + 1] = value
      if (value > best) best = value
      diagonal = above
    }
  }
  return best
}
