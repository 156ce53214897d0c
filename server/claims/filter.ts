import { readId } from '../values/row-id.ts'
import { type ColumnKey, columnKeys, columnsText, readColumns } from './column-words.ts'
import { type ClaimKind, type ClaimState, type Priority, claimKinds, claimStates, priorities } from './words.ts'

/** Every order of a list; a minus turns one round. */
export const sorts = [
  'newest',
  'oldest',
  'changed',
  '-changed',
  'due',
  '-due',
  'priority',
  '-priority',
  'number',
  '-number',
  'statement',
  '-statement',
  'claimant',
  '-claimant',
  'assignee',
  '-assignee',
  'rating',
  '-rating',
  'state',
  '-state',
  'evidence',
  '-evidence',
  'decided',
  'published',
] as const
export type Sort = (typeof sorts)[number]

/** An order that is not turned round. */
export type Plain<S> = S extends `-${string}` ? never : S

/** The order before it was turned round. */
export function plainSort(sort: Sort): Plain<Sort> {
  // Every turned order has its plain one beside it.
  return (sort.startsWith('-') ? sort.slice(1) : sort) as Plain<Sort>
}

/** The same order from its other end, or undefined where that is none. */
export const turned = (sort: Sort): Sort | undefined =>
  sorts.find((one) => one !== sort && plainSort(one) === plainSort(sort))

const fromTheTop = new Set<Sort>(['newest', 'changed', 'evidence', 'decided', 'published'])

/** Whether the greatest comes first. */
export const isDown = (sort: Sort): boolean => fromTheTop.has(plainSort(sort)) !== sort.startsWith('-')

/** Which claims a list or a file holds, and in what order. `state: null` means all but the ones set aside. */
export type Filter = {
  state: ClaimState | 'all' | null
  /** The key of a rating, or `none`. */
  rating: string | null
  article: number | null
  claimant: number | null
  reportedBy: number | null
  /** The tag itself. */
  tag: string | null
  assignee: number | 'me' | 'none' | null
  kind: ClaimKind | null
  priority: Priority | null
  /** `overdue` and `week` (within 7 days) hold only what is not decided yet. */
  due: 'overdue' | 'week' | 'none' | null
  evidence: 'none' | null
  /** Words that must all stand in the statement or the quote: see `claimWords`. */
  q: string | null
  sort: Sort
  /** The columns of the table, after the claim itself; null: those that the viewer is used to. Files have columns of their own. */
  columns: readonly ColumnKey[] | null
}

type Part = { name: string; read: (text: string) => unknown; expects: string }

/** The longest search text, in UTF-16 code units, and the most words in it. */
const longestSearch = 200
const mostWords = 8

const oneOf = (name: string, words: readonly (string | number)[]): Part => ({
  name,
  read: (text) => words.find((word) => String(word) === text),
  expects: `“${name}” can be ${words.slice(0, -1).join(', ')} or ${words.at(-1)}`,
})
const id = (name: string): Part => ({ name, read: readId, expects: `“${name}” is a number` })
const only = (name: string, word: string): Part => ({
  name,
  read: (text) => (text === word ? word : undefined),
  expects: `“${name}” can only be ${word}`,
})

// Every filter and its name in the address, in the order they stand there.
const parts: Record<keyof Filter, Part> = {
  q: {
    name: 'q',
    read: (text) => (text.length <= longestSearch && text.split(/\s+/).length <= mostWords ? text : undefined),
    expects: `a search has at most ${mostWords} words and ${longestSearch} characters`,
  },
  state: oneOf('state', [...claimStates, 'all']),
  rating: {
    name: 'rating',
    read: (text) => (/^[\w-]{1,60}$/.test(text) ? text : undefined),
    expects: '“rating” is the key of a rating, or none',
  },
  article: id('article'),
  claimant: id('claimant'),
  reportedBy: id('reported_by'),
  tag: {
    name: 'tag',
    read: (text) => (text.length <= longestSearch ? text : undefined),
    expects: '“tag” is a single tag',
  },
  assignee: {
    name: 'assignee',
    read: (text) => (text === 'me' || text === 'none' ? text : readId(text)),
    expects: '“assignee” can be me, none or the number of a person',
  },
  kind: oneOf('kind', claimKinds),
  priority: oneOf('priority', priorities),
  due: oneOf('due', ['overdue', 'week', 'none']),
  evidence: only('evidence', 'none'),
  sort: oneOf('sort', sorts),
  columns: {
    name: 'columns',
    read: readColumns,
    expects: `“columns” can hold ${columnKeys.join(', ')}, with commas between them`,
  },
}

const keys = Object.keys(parts) as (keyof Filter)[]

/** What each filter is called in an address, and what it expects, for programs. */
export const filterNames = keys
  // What a table shows is nothing to programs.
  .filter((key) => key !== 'columns')
  .map((key) => ({ name: parts[key].name, expects: `${begin(parts[key].expects)}.` }))
const keyOf = new Map(keys.map((key) => [parts[key].name, key]))

/** Nothing chosen: every claim that is not set aside, newest first. */
export const everything: Filter = {
  state: null,
  rating: null,
  article: null,
  claimant: null,
  reportedBy: null,
  tag: null,
  assignee: null,
  kind: null,
  priority: null,
  due: null,
  evidence: null,
  q: null,
  sort: 'newest',
  columns: null,
}

/** The order a list has when the address names none: the order in which such a list is worked through. */
export function usualSort({ article, due }: Pick<Filter, 'article' | 'due'>): Sort {
  if (due === 'overdue' || due === 'week') return 'due'
  return article === null ? 'newest' : 'number'
}

/**
 * The filter that the names and values of an address stand for. What cannot be read is left out of it, with one sentence
 * each in `problems`; an empty value means that nothing is chosen.
 */
export function readFilter(query: Record<string, string>): { filter: Filter; problems: string[] } {
  const found: Record<string, unknown> = {}
  const problems: string[] = []
  for (const [name, value] of Object.entries(query)) {
    const key = keyOf.get(name)
    const text = value.trim()
    if (text === '') continue
    const read = key && parts[key].read(text)
    if (key && read !== undefined) found[key] = read
    else problems.push(key ? `${parts[key].expects}: “${text.slice(0, 60)}” was left out.` : unknownName(name))
  }
  // Each reader gives what its field may hold.
  const filter = { ...everything, ...found } as Filter
  return {
    filter: { ...filter, sort: 'sort' in found ? filter.sort : usualSort(filter) },
    problems: problems.map(begin),
  }
}

const unknownName = (name: string) => `The list knows no filter “${name.slice(0, 60)}”, so it was left out.`
function begin(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/** The address part after `?` that stands for the filter, '' for everything. `readFilter` reads it back the same. */
export function filterQuery(filter: Filter): string {
  const query = new URLSearchParams()
  for (const key of keys) {
    const value = filter[key]
    if (value === null || (key === 'sort' && value === usualSort(filter))) continue
    query.append(parts[key].name, key === 'columns' ? columnsText(filter.columns ?? []) : String(value))
  }
  return query.toString()
}

/** The filter that such an address part stands for; what cannot be read is left out, so a link made of it leads nowhere but to a list. */
export const filterIn = (list: string): Filter => readFilter(Object.fromEntries(new URLSearchParams(list))).filter

/** Path and filter as one address; `more` comes after the filter. */
export function listAddress(path: string, filter: Filter, more: Record<string, string> = {}): string {
  const query = [filterQuery(filter), new URLSearchParams(more).toString()].filter(Boolean).join('&')
  return query ? `${path}?${query}` : path
}
