import { completions, starts } from './beginning.ts'
import type { Clause, Term } from './query.ts'

// In quotation marks nothing that people type means anything to FTS5.
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

/** The term for an index of words. */
export function wordTerm({ text, how }: Term): string {
  if (how !== 'start') return quoted(text)
  return [...starts(text).map((start) => `${quoted(start)} *`), ...completions(text).map(quoted)].join(' OR ')
}

/** The term for an index of three-character sequences: anywhere, also within a word. */
export const partTerm = ({ text }: Pick<Term, 'text'>): string => quoted(text)

/** What must match and what must not, in FTS5's language; `columns` narrows it to some columns of the index. */
export type Wanted = { not: boolean; columns?: string; terms: string[] }

/** One expression for FTS5 out of these, '' when nothing is wanted in it; what is not wanted alone cannot be asked of it. */
export function matching(wanted: Wanted[]): string {
  const all = wanted.filter(({ not }) => !not).map(one)
  const none = wanted.filter(({ not }) => not).map(one)
  if (all.length === 0) return ''
  const positive = all.join(' AND ')
  return none.length === 0 ? positive : `(${positive}) NOT (${none.join(' OR ')})`
}

/** The same for what is not wanted, where nothing is wanted beside it. */
export const anyOf = (wanted: Wanted[]): string => wanted.map(one).join(' OR ')

const one = ({ columns, terms }: Wanted) => `${columns ? `{${columns}} : ` : ''}(${terms.join(' OR ')})`

const unspaced =
  /[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u2E80-\u9FFF\uAC00-\uD7A3\uF900-\uFAFF\uFF66-\uFF9D\u{20000}-\u{3FFFD}]/u

/** Whether it is in a script that puts no space between words (or hangs endings on them, as Korean does). */
export const isUnspaced = (text: string): boolean => unspaced.test(text)

/** Whether any of it is. */
export const someUnspaced = (clauses: Clause[]): boolean =>
  clauses.some(({ not, any }) => !not && any.some(({ text }) => isUnspaced(text)))
