import { readDays } from '../values/day-range.ts'

/** Which rounds are counted: those judged by one scale, closed on days from … to (UTC, both included). */
export type AgreementFilter = { scale?: string; from?: string; to?: string }

/** The filter an address asks for; `problems` says so for days that are none. */
export function readFilter(query: Record<string, string>): {
  filter: AgreementFilter
  problems: Record<string, string>
} {
  const { days, problems } = readDays(query)
  return { filter: { scale: query.scale || undefined, ...days }, problems }
}
