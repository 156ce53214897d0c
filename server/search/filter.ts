import { type ClaimState, claimStates } from '../claims/words.ts'
import { searchText } from '../text/search-words.ts'
import { addressQuery } from '../values/address-query.ts'
import { readDays } from '../values/day-range.ts'
import { readId } from '../values/row-id.ts'
import { type SearchKind, searchKinds } from './words.ts'

/** What is searched for, as an address says it. Days are UTC and both included; `page` counts from 1. */
export type SearchFilter = {
  q: string
  kind: SearchKind | undefined
  state: ClaimState | undefined
  /** The key of a rating. */
  rating: string | undefined
  article: number | undefined
  from: string | undefined
  to: string | undefined
  page: number
  /** Whether the last word may still be being typed. */
  typing: boolean
}

/** Results are ranked among the first thousand, so there are no pages after these. */
export const lastPage = 50

/** The filter an address asks for. What it does not know, it leaves out, so that an old link still opens; `problems` is about days, by field. */
export function readFilter(query: Record<string, string>): { filter: SearchFilter; problems: Record<string, string> } {
  const { days, problems } = readDays(query)
  const filter = {
    q: searchText(query.q),
    kind: searchKinds.find((kind) => kind === query.kind),
    state: claimStates.find((state) => state === query.state),
    rating: /^[\w-]{1,60}$/.test(query.rating ?? '') ? query.rating : undefined,
    article: readId(query.article ?? ''),
    ...days,
    page: Math.min(readId(query.page ?? '') ?? 1, lastPage),
    typing: query.typing === 'yes',
  }
  return { filter, problems }
}

/** The filter as the end of an address, with its `?`; empty when it holds nothing. */
export const filterQuery = ({ q, kind, state, rating, article, from, to, page }: Partial<SearchFilter>): string =>
  addressQuery({ q, kind, state, rating, article, from, to, page: page === 1 ? undefined : page })

/** Whether anything is chosen besides words. */
export const isNarrowed = ({ state, rating, article, from, to }: SearchFilter): boolean =>
  [state, rating, article, from, to].some((value) => value !== undefined)

/** Shown of one kind on a page. */
export const pageSize = 20

/** Whether a page of one kind has another one after it. */
export const hasNext = (count: number, { kind, page }: SearchFilter): boolean =>
  kind !== undefined && page < lastPage && count > page * pageSize
