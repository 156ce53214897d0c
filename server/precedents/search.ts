import { stemmer } from 'stemmer'
import type { Conn } from '../../db/conn.ts'
import { countsOf, placesHolding } from './index-store.ts'
import type { Asked, ReadQuestion } from './matching/reading.ts'
import { contentWords } from './matching/terms.ts'
import { type Weighing, weighingOf } from './matching/weighing.ts'

/** Places in the index that may be about what is asked, and what words are worth in it. */
export type Found = { places: number[]; weighing: Weighing }

// Ranking looks at every row that holds a word: the rare ones come first, and the common ones are left out.
const mostRows = 6_000
const mostWords = 24
const averageLength = 17

/** Looks for what is asked twice, with its text and with all around it, and gives what either finds. */
export async function findPlaces(
  conn: Conn,
  { text, before, after, speaker }: Asked,
  read: ReadQuestion,
  shares: ReadonlyMap<string, number>,
): Promise<Found> {
  const around = contentWords(`${text} ${before} ${after} ${speaker}`)
  const stems = [...new Set([...read.around, ...around.map(stemmer)])]
  const { size, counts } = await countsOf(conn, stems)
  // Of words that nobody asked about, what is known in general has to do.
  const holding = (term: string) => counts.get(term) ?? (shares.get(term) ?? 0) * size
  const weighing = weighingOf({ size, averageLength, holding }, shares)
  const own = rarest(contentWords(text), counts)
  const all = rarest(around, counts)
  return { places: all === '' ? [] : await placesHolding(conn, own || all, all), weighing }
}

/** The rarest of the words as a query that any of them meets; '' when none stands anywhere. */
function rarest(words: readonly string[], counts: ReadonlyMap<string, number>): string {
  const known = [...new Set(words)]
    .map((word) => ({ word, count: counts.get(stemmer(word)) ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count)
    .slice(0, mostWords)
  let rows = 0
  const taken = known.filter(({ count }, i) => (rows += count) <= mostRows || i === 0)
  return taken.map(({ word }) => `"${word.replaceAll('"', '')}"`).join(' OR ')
}
