import { z } from 'zod'
import { ApiRefusal } from '../errors.ts'
import { addressQuery } from '../values/address-query.ts'

/** Where the API stands on this server. */
export const apiBase = '/api/v1'

/** The parameter by which a list goes on. */
export const cursor = z
  .string()
  .max(1_000)
  .optional()
  .meta({ description: 'Where the list goes on. Do not make one up: `next` has the whole address.' })

type Query = Record<string, string | undefined>
type Go = { list: string; place: string | number | undefined }

/** The address of the page after a place of the list, null at its end. */
export const nextPage = (path: string, query: Query, { list, place }: Go): string | null =>
  place === undefined ? null : `${apiBase}${path}${addressQuery({ ...query, cursor: cursorText(list, String(place)) })}`

/** A place as text that programs pass on unread. The list's name keeps it from being used with another list. */
const cursorText = (list: string, place: string): string =>
  Buffer.from(JSON.stringify([list, place])).toString('base64url')

/** The place that a cursor of that list holds; undefined without one. Throws ApiRefusal for one that is none. */
export function readCursor(list: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const [of, place] = parsed(text)
  if (of === list && typeof place === 'string') return place
  throw badCursor()
}

/** What is said of a cursor that cannot be used. */
export function badCursor(): ApiRefusal {
  const detail = 'This cursor does not belong to this list. Start without one, and use `next` as it is.'
  return new ApiRefusal('not-understood', detail, { errors: [{ detail, parameter: 'cursor' }] })
}

function parsed(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString())
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}
