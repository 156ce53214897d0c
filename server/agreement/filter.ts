import { partialDateProblem } from '../partial-date.ts'

/** Which rounds are counted: those judged by one scale, closed on days from … to (UTC, both included). */
export type AgreementFilter = { scale?: string; from?: string; to?: string }

/** The filter an address asks for; `problems` says so for days that are none. */
export function readFilter(query: Record<string, string>): {
  filter: AgreementFilter
  problems: Record<string, string>
} {
  const [from, to] = [readDay(query.from), readDay(query.to)]
  const problems = {
    ...(query.from && !from && { from: noDay }),
    ...(query.to && !to && { to: noDay }),
    ...(from && to && from > to && { to: 'This day is before the first one.' }),
  }
  return { filter: { scale: query.scale || undefined, from, to }, problems }
}

const noDay = 'Give the whole day, such as 2025-04-23.'

const readDay = (text = '') => (text.length === 10 && !partialDateProblem(text) ? text : undefined)
