import { articleKindWords } from '../articles/words.ts'
import { kindWords, priorityWords } from '../claims/words.ts'
import { sourceKindWords } from '../sources/words.ts'
import { spaced } from './pieces.ts'

/** A field that an edit changed, in words. */
export type FieldChange = { field: string; before: string; after: string }

/** The fields that an event's data says were changed; none for events that are no edits. */
export function changedFields(data: Record<string, unknown>): FieldChange[] {
  const { before, after } = data
  if (!isFields(before) || !isFields(after)) return []
  return Object.keys(after).map((key) => ({
    field: fieldWords[key] ?? spaced(key),
    before: valueWords(key, before[key]),
    after: valueWords(key, after[key]),
  }))
}

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const fieldWords: Record<string, string> = {
  claimedOn: 'said on',
  claimedPlace: 'said where',
  dueOn: 'due',
  publishedOn: 'published on',
  url: 'address',
  archivedUrl: 'address of an archived copy',
  origin: 'where its information comes from',
  newsroom: 'name of the newsroom',
  deciding: 'who decides',
  copies: 'room for copies of sources, in GB',
  independent: 'judged by two independently',
}

const keyWords: Record<string, Record<string, string>> = {
  priority: priorityWords,
  kind: { ...sourceKindWords, ...articleKindWords, ...kindWords },
  deciding: { alone: 'the checker while alone', always: 'always the checker', second: 'always a second person' },
}

function valueWords(key: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(String).join(', ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value as string | number)
  return keyWords[key]?.[text] ?? text
}
