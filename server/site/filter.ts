import { searchText } from '../text/search-words.ts'
import { addressQuery } from '../values/address-query.ts'

/** What the front page is asked for; `after` is the key and the time of publication of the line before, as addresses hold them. */
export type FrontFilter = { q: string; claimant: string; rating: string; after: string }

/** Reads the query of an address; what it does not know, and what cannot be, is left aside. */
export function readFront(query: Record<string, string>): FrontFilter {
  const { claimant = '', rating = '', after = '' } = query
  const facet = (text: string) => text.trim().slice(0, 200)
  return {
    q: searchText(query.q),
    claimant: facet(claimant),
    rating: facet(rating),
    after: placeIn(after) ? after : '',
  }
}

/** The line that a page begins after. Times are instants (ISO 8601, UTC). */
export function placeIn(after: string): { key: string; publishedAt: string } | undefined {
  const [, publishedAt, key] = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_(r\d{1,12}\.\d{1,9})$/.exec(after) ?? []
  return publishedAt !== undefined && key !== undefined ? { key, publishedAt } : undefined
}

/** What an address holds of it. */
export const placeAfter = ({ key, publishedAt }: { key: string; publishedAt: string }): string =>
  `${publishedAt}_${key}`

/** The address of the front page with that filter. */
export const frontAddress = (filter: Partial<FrontFilter>): string => `/${addressQuery(filter)}`
