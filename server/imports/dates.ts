import { partialDateProblem } from '../values/partial-date.ts'
import { writtenDate } from '../values/written-date.ts'
import type { DateOrder } from './words.ts'

/** A date as far as it is known; `unsure` is one whose day and month may be the other way round. */
export type ReadDate = { date: string | null } | { unsure: true } | { problem: string }

const nothing = /^(?:|-+|–|—|\?+|n\/?a|n\.a\.|none|unknown|unbekannt|inconnue?|desconocid[ao]|tbc|tbd|k\.?a\.?)$/i

/** Reads a cell that holds a date. Numbers of days are counted as spreadsheets do, from the end of 1899. */
export function readDate(cell: string, order: DateOrder | undefined): ReadDate {
  const text = cell.trim()
  if (nothing.test(text)) return { date: null }
  return isoDate(text) ?? serialDate(text) ?? numbered(text, order) ?? named(text) ?? unread
}

const unread = {
  problem: 'This is no date that can be read. Write it as 2025-04-23, or as much of it as is known: 2025-04 or 2025.',
}

/** Which of the two orders a cell can only be in: undefined where it says nothing about that. */
export function orderIn(cell: string): DateOrder | 'unsure' | undefined {
  const [, first = '', sign = '', second = ''] =
    /^(\d{1,2})([/-])(\d{1,2})\2\d{2,4}(?:[ T,].*)?$/.exec(cell.trim()) ?? []
  if (sign === '' || Number(first) === Number(second)) return undefined
  if (Number(first) > 12) return 'dmy'
  return Number(second) > 12 ? 'mdy' : 'unsure'
}

function isoDate(text: string): ReadDate | undefined {
  const [, year, month, day] = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T ]\d.*)?$/.exec(text) ?? []
  return year === undefined ? undefined : valid(year, month, day)
}

function serialDate(text: string): ReadDate | undefined {
  if (!/^\d{5}(?:[.,]\d+)?$/.test(text)) return undefined
  const days = Number(text.slice(0, 5))
  if (days < 20_000 || days > 60_000) return unread
  return { date: new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10) }
}

function numbered(text: string, order: DateOrder | undefined): ReadDate | undefined {
  const found = /^(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})(?:[ T,].*)?$/.exec(text)
  if (!found) return monthAndYear(text)
  const [, first, sign, second, year = ''] = found
  const certain = sign === '.' ? 'dmy' : orderIn(`${first}/${second}/${year}`)
  const used = certain === undefined ? 'dmy' : certain === 'unsure' ? order : certain
  if (!used) return { unsure: true }
  const [day, month] = used === 'dmy' ? [first, second] : [second, first]
  return valid(fullYear(year), month, day)
}

function monthAndYear(text: string): ReadDate | undefined {
  const [, month, year] = /^(\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  return year === undefined ? undefined : valid(year, month)
}

const fullYear = (year: string) => (year.length === 4 ? year : Number(year) < 50 ? `20${year}` : `19${year}`)

function named(text: string): ReadDate | undefined {
  const { year, month, day } = writtenDate(text) ?? {}
  return year === undefined ? undefined : valid(year, month, day)
}

function valid(year: string, month?: string, day?: string): ReadDate {
  const date = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined).join('-')
  const problem = partialDateProblem(date)
  return problem ? { problem } : { date }
}
