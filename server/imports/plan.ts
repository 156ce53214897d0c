import type { Column } from './columns.ts'
import { guessFields, guessTarget, guessValue, usableFields } from './guess.ts'
import { type ColumnField, type DateOrder, type ImportTarget, dateFields, ratingLabels } from './words.ts'

/** How a file is to be read: a field for each column, an order for each column of dates, what each label means. */
export type Plan = {
  target: ImportTarget
  fields: (ColumnField | '')[]
  orders: (DateOrder | '')[]
  /** The id of a rating of ours, or where the label lies from 1 to 5, by the label as it stands there; '' for neither. */
  ratings: Record<string, string>
  publisher: string
  language: string
  /** Whether rows with a problem are left out; otherwise nothing is taken in while there is one. */
  leaveOut: boolean
  /** Of our own files: whether the cells that a spreadsheet would run have a mark before them that is taken away. */
  guarded?: boolean
  /** Of a page that was fetched: where it is. */
  address?: string
}

/** A rating that labels may mean. */
export type KnownRating = { id: number; label: string; value: number | null }

/** What a file seems to be; `remembered` is how the last one with the same columns was read. */
export function proposePlan(
  columns: readonly Column[],
  remembered: Plan | undefined,
  ratings: readonly KnownRating[],
): Plan {
  const guessed = remembered?.fields ?? guessFields(columns)
  const target = remembered?.target ?? guessTarget(guessed)
  const fields = usableFields(guessed, target)
  const orders = columns.map(
    (column, at) => remembered?.orders[at] || (dateFields.includes(fields[at] ?? '') ? surest(column) : ''),
  )
  const known = remembered?.ratings ?? {}
  const labels = ratingLabels(columns, fields) ?? []
  const ratingOf = (label: string) => known[label] ?? guessRating(label, target, ratings)
  return {
    target,
    fields,
    orders,
    ratings: Object.fromEntries(labels.map(([label]) => [label, ratingOf(label)])),
    publisher: remembered?.publisher ?? '',
    language: remembered?.language ?? 'en',
    leaveOut: false,
  }
}

/** How our own file is read: there is nothing to be guessed. */
export const ownPlan = ({ guarded, leaveOut = false }: { guarded: boolean; leaveOut?: boolean }): Plan => ({
  target: 'claims',
  fields: [],
  orders: [],
  ratings: {},
  publisher: '',
  language: 'en',
  leaveOut,
  guarded,
})

/** How a file is read that checks of others are marked up in. */
export const reviewPlan = ({
  language = 'en',
  publisher = '',
  leaveOut = false,
  address,
}: Partial<Pick<Plan, 'language' | 'publisher' | 'leaveOut' | 'address'>>): Plan => ({
  target: 'checks',
  fields: [],
  orders: [],
  ratings: {},
  publisher,
  language,
  leaveOut,
  ...(address !== undefined && { address }),
})

const surest = ({ orders }: Column): DateOrder | '' =>
  orders.dmy > 0 && orders.mdy === 0 ? 'dmy' : orders.mdy > 0 && orders.dmy === 0 ? 'mdy' : ''

const letters = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')

// A rating of ours that is spelt like it, or the one that lies where it lies.
function guessRating(label: string, target: ImportTarget, ratings: readonly KnownRating[]): string {
  const value = guessValue(label)
  if (target === 'checks') return value
  const same = ratings.find((rating) => letters(rating.label) === letters(label))
  const near = value === '' ? undefined : ratings.find((rating) => rating.value === Number(value))
  return String((same ?? near)?.id ?? '')
}
