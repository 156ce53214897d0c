import { type Index, indexes } from './indexes.ts'
import { type Wanted, isUnspaced, partTerm, wordTerm } from './match.ts'
import type { Clause, Query, Term } from './query.ts'
import type { SearchKind } from './words.ts'

/** Which of a query's clauses the indexes answer for a kind of thing, and which ask about its row. */
export type Plan = { inWords: Wanted[]; inNames: Wanted[] | null; fields: Clause[] }

/** The trigrams that begin with a word of one or two characters, by that word: it is in none of its own. */
export type Sequences = ReadonlyMap<string, string[]>

/** How a kind is searched for the query. */
export function planFor(kind: SearchKind, { clauses }: Query, sequences: Sequences): Plan {
  const index = indexes[kind]
  const own = clauses.filter(({ field }) => field === null || index.fields[field])
  return {
    inWords: own.map((clause) => inWords(index, clause)),
    inNames: namesOf(own, sequences),
    fields: clauses.filter(({ field }) => field !== null && field !== 'kind' && !index.fields[field]),
  }
}

function inWords({ fields }: Index, { not, field, any }: Clause): Wanted {
  const columns = field === null ? undefined : fields[field]
  return { not, ...(columns && { columns }), terms: any.map(wordTerm) }
}

// A rating is no name; and what is shorter than three letters is in no sequence of three.
function namesOf(clauses: Clause[], sequences: Sequences): Wanted[] | null {
  const wanted = clauses.map(({ not, field, any }) => ({
    not,
    ...(field !== null && { columns: 'names' }),
    terms: any.flatMap((term) => sequencesOf(term, sequences)),
  }))
  const whole =
    clauses.every(({ field }) => field !== 'rating') && wanted.every(({ not, terms }) => not || terms.length > 0)
  return whole ? wanted.filter(({ terms }) => terms.length > 0) : null
}

function sequencesOf(term: Term, sequences: Sequences): string[] {
  if (!isShort(term.text)) return [partTerm(term)]
  return (sequences.get(term.text) ?? []).map((text) => partTerm({ text }))
}

/** The words of one or two characters that can only be found by the trigrams that begin with them. */
export const shortWords = ({ clauses }: Query): string[] =>
  clauses.flatMap(({ any }) => any.map(({ text }) => text).filter((text) => isShort(text) && isUnspaced(text)))

// One or two characters, of which some take two code units.
const isShort = (text: string) => /^.{1,2}$/su.test(text)
