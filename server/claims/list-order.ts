import { type Sort, plainSort } from './filter.ts'

/**
 * A place in a sorted list: what the claim there is sorted by (null: only its id) and its id; for `number`, the article and
 * the number in it. It stays where it is when claims come or go.
 */
export type Place = { key: string | number | null; id: number }

/** Where a page begins: after a place, or before one (read backwards); neither: at the beginning. */
export type Cursor = { side: 'after' | 'before'; place: Place } | null

/** A day that sorts after all days: where claims without a due date stand. */
export const noDay = '9999-99-99'

const moment = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)?$/

const keyPattern: Record<ReturnType<typeof plainSort>, RegExp | null> = {
  newest: null,
  oldest: null,
  changed: moment,
  due: /^\d{4}-\d\d-\d\d$/,
  priority: /^\d$/,
  number: /^\d{1,15}$/,
  statement: /^[^\0]{0,80}$/su,
  claimant: /^[^\0]{1,500}$/su,
  assignee: /^[^\0]{1,500}$/su,
  rating: /^\d$/,
  state: /^\d$/,
  evidence: /^\d{1,9}$/,
  decided: moment,
  published: moment,
}
const numeric = new Set<Sort>(['priority', 'number', 'rating', 'state', 'evidence'])

/** The place as it stands in an address. */
export const placeText = ({ key, id }: Place): string => (key === null ? String(id) : `${key}_${id}`)

/** Reads `after` and `before` of an address; what cannot be read is told in `problem`, and the list begins at its start. */
export function readCursor(
  query: { after?: string; before?: string },
  sort: Sort,
): { cursor: Cursor; problem?: string } {
  const side = query.after ? 'after' : 'before'
  const text = query[side]
  if (!text) return { cursor: null }
  const place = readPlace(text, sort)
  if (place && !(query.after && query.before)) return { cursor: { side, place } }
  return { cursor: null, problem: 'The page in this address does not belong to this list, so the first page is shown.' }
}

function readPlace(text: string, sort: Sort): Place | undefined {
  const pattern = keyPattern[plainSort(sort)]
  const at = text.lastIndexOf('_')
  const id = text.slice(at + 1)
  if (!/^\d{1,15}$/.test(id) || at >= 0 !== (pattern !== null)) return undefined
  if (pattern === null) return { key: null, id: Number(id) }
  const key = text.slice(0, at)
  return pattern.test(key) ? { key: numeric.has(plainSort(sort)) ? Number(key) : key, id: Number(id) } : undefined
}
