import { addressQuery } from '../values/address-query.ts'
import { readDays } from '../values/day-range.ts'
import { readId } from '../values/row-id.ts'
import { type EventKind, eventKinds } from './words.ts'

/** Which events the history shows; days are UTC and both included; `before` is the number it goes on under. */
export type HistoryFilter = {
  actor?: number
  kind?: EventKind
  from?: string
  to?: string
  before?: number
}

/** The filter an address asks for. What it does not know it leaves out; `problems` says so for days that are none. */
export function readFilter(query: Record<string, string>): {
  filter: HistoryFilter
  problems: Record<string, string>
} {
  const { days, problems } = readDays(query)
  const filter = {
    actor: readId(query.person ?? ''),
    kind: eventKinds.find((kind) => kind === query.kind),
    ...days,
    before: readId(query.before ?? ''),
  }
  return { filter, problems }
}

/** The filter as the end of an address, with its `?`; empty when it holds nothing. */
export const filterQuery = ({ actor, kind, from, to, before }: HistoryFilter): string =>
  addressQuery({ person: actor, kind, from, to, before })
