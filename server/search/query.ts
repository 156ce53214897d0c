import { searchable } from '../text/search-words.ts'
import { type Field, type Part, partsOf } from './parts.ts'

/**
 * Something to look for: `word` in any of its forms, `phrase` as it stands, `start` any word that begins so. `text` is as it
 * was typed, without quotation marks, and never empty.
 */
export type Term = { text: string; how: 'word' | 'phrase' | 'start' }

/** What must hold of everything that is found, or, with `not`, of nothing: one of the terms, in the field or anywhere. */
export type Clause = { not: boolean; field: Field | null; any: Term[] }

export type Query = {
  clauses: Clause[]
  /** Words that were typed but are too common to look for. */
  leftOut: string[]
  /** Whether more was typed than is looked for. */
  isCut: boolean
}

/** More than this would find nothing anyway, and costs. */
const mostClauses = 12
const mostTerms = 24

/**
 * Reads what people type into a search: words, "phrases", -without, this OR that, starts*, field:value. Every text has a
 * meaning: what is no part of this language is words. With `typing` the last word may not be whole yet.
 */
export function readQuery(text: string, { typing = false } = {}): Query {
  const parts = partsOf(text)
  const all = joined(typing ? lastOpen(parts, text) : parts)
  const { kept, leftOut } = withoutCommon(all)
  return { leftOut, ...within(kept) }
}

// A quotation mark or a space after the last word says that it is whole; of one or two letters nothing can be told yet.
function lastOpen(parts: Part[], text: string): Part[] {
  const last = parts.at(-1)
  if (last?.how !== 'word' || /[\s"]$/u.test(text) || /^.{1,2}$/su.test(last.text)) return parts
  return [...parts.slice(0, -1), { ...last, how: 'start' }]
}

// OR stands between two terms of the same kind; anywhere else it means nothing.
function joined(parts: Part[]): Clause[] {
  const clauses: Clause[] = []
  for (const { or, not, field, ...term } of parts) {
    const before = clauses.at(-1)
    if (or && before && !before.not && !not && before.field === field) before.any.push(term)
    else clauses.push({ not, field, any: [term] })
  }
  return clauses
}

function withoutCommon(clauses: Clause[]): { kept: Clause[]; leftOut: string[] } {
  const kept = clauses.filter((clause) => !isCommon(clause))
  const enough = kept.some(({ not, field }) => !not && field === null)
  if (!enough) return { kept: clauses, leftOut: [] }
  return { kept, leftOut: clauses.filter(isCommon).flatMap(({ any }) => any.map(({ text }) => text)) }
}

const isCommon = ({ not, field, any }: Clause) =>
  !not &&
  field === null &&
  any.length === 1 &&
  any.every(({ how, text }) => how === 'word' && common.has(searchable(text)))

// Words that stand in so many texts that they tell none from another.
const common = new Set(
  'a an and are as at be been by for from had has have in is it its of on or that the their this to was were which will with'.split(
    ' ',
  ),
)

function within(clauses: Clause[]): { clauses: Clause[]; isCut: boolean } {
  const some = clauses.slice(0, mostClauses)
  let room = mostTerms
  const short = some.map((clause) => {
    const any = clause.any.slice(0, room)
    room -= any.length
    return { ...clause, any }
  })
  const terms = (list: Clause[]) => list.reduce((sum, { any }) => sum + any.length, 0)
  return { clauses: short.filter(({ any }) => any.length > 0), isCut: terms(short) < terms(clauses) }
}

/** The query as it could have been typed: `readQuery` reads it back the same. */
export function queryText({ clauses }: Pick<Query, 'clauses'>): string {
  return clauses.map(clauseText).join(' ')
}

const clauseText = ({ not, field, any }: Clause) =>
  any.map((term) => `${not ? '-' : ''}${field ? `${field}:` : ''}${termText(term)}`).join(' OR ')

const termText = ({ text, how }: Term) => (how === 'phrase' ? `"${text}"` : how === 'start' ? `${text}*` : text)
