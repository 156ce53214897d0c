import { isUnspaced, matching, wordTerm } from '../search/match.ts'
import { readQuery } from '../search/query.ts'

/** What readers look for: an expression for FTS5, '' for none, and texts that have to stand there as they are. */
export type Wanted = { match: string; parts: string[] }

/** Reads what readers type as the desk’s search does, fields aside; undefined when there is nothing to look for in it. */
export function wantedIn(text: string): Wanted | undefined {
  const { clauses } = readQuery(text)
  // Scripts without spaces have no words that the index could know, so their texts are looked for letter by letter.
  const parts = clauses.filter(({ not }) => !not).flatMap(({ any }) => any.map((term) => term.text).filter(isUnspaced))
  const spaced = clauses.filter(({ any }) => !any.some((term) => isUnspaced(term.text)))
  const match = matching(spaced.map(({ not, any }) => ({ not, terms: any.map(wordTerm) })))
  return match === '' && parts.length === 0 ? undefined : { match, parts }
}
