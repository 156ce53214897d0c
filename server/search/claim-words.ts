import { type Wanted, anyOf, isUnspaced, matching, wordTerm } from './match.ts'
import { type Clause, readQuery } from './query.ts'

/** What words ask of the statement and the quote of a claim: FTS5 expressions, '' for none, and stretches that must stand there as they are. */
export type ClaimWords = { match: string; without: string; stretches: string[] }

/**
 * Reads the words that a list of claims is narrowed by: each stands in the statement or the quote, in any of its forms or
 * as the beginning of a word. What the index of words does not know (signs, and scripts without spaces) is looked for as it is.
 */
export function claimWords(q: string): ClaimWords {
  const { clauses } = readQuery(q)
  if (clauses.length === 0) return { match: '', without: '', stretches: [q.trim()] }
  const isOdd = ({ not, any }: Clause) => !not && any.length === 1 && any.some(({ text }) => isUnspaced(text))
  const wanted = clauses.filter((clause) => !isOdd(clause)).map(inTexts)
  const match = matching(wanted)
  return {
    match,
    without: match === '' && wanted.length > 0 ? anyOf(wanted) : '',
    stretches: clauses.filter(isOdd).flatMap(({ any }) => any.map(({ text }) => text)),
  }
}

// The list has filters of its own: a name with a colon is words here.
function inTexts({ not, field, any }: Clause): Wanted {
  const columns = 'statement quote'
  if (field !== null)
    return { not, columns, terms: any.map(({ text }) => wordTerm({ text: `${field} ${text}`, how: 'phrase' })) }
  const terms = any.map((term) =>
    wordTerm(term.how === 'word' && /^\p{L}{3,}$/u.test(term.text) ? { ...term, how: 'start' } : term),
  )
  return { not, columns, terms }
}
