import { partialDateProblem } from './partial-date.ts'

/** Whole days, UTC, both included; either may be open. */
export type DayRange = { from: string | undefined; to: string | undefined }

/** The days that an address asks for as `from` and `to`; `problems` says what is wrong with them, by field. */
export function readDays(query: Record<string, string>): { days: DayRange; problems: Record<string, string> } {
  const days = { from: readDay(query.from), to: readDay(query.to) }
  const { from, to } = days
  const problems = {
    ...(query.from && !from && { from: noDay }),
    ...(query.to && !to && { to: noDay }),
    ...(from && to && from > to && { to: 'This day is before the first one.' }),
  }
  return { days, problems }
}

const noDay = 'Give the whole day, such as 2025-04-23.'

const readDay = (text = '') => (text.length === 10 && !partialDateProblem(text) ? text : undefined)
