import { searchable } from '../text/search-words.ts'
import { addressKey } from '../values/address.ts'
import type { NewSource } from './source.ts'

/** What a source is found, sorted and compared by: kept beside what people typed. */
export const keysOf = ({ title, publisher, author, url, doi, isbn }: NewSource) => ({
  urlKey: keyOf(url),
  titleKey: searchable(title),
  publisherKey: publisher === null ? null : searchable(publisher),
  searched: searchable([title, publisher, author, url, doi, isbn].filter((part) => part != null).join('\n')),
})

/** The key of an address; null for none, and for what is no address. */
export const keyOf = (address: string | null): string | null =>
  address && URL.canParse(address) ? addressKey(address) : null

/** The source of this library that text names by the address of its page, such as `/sources/12`; undefined for other text. */
export function originIdIn(origin: string | null): number | undefined {
  const [, id] = /^(?:https?:\/\/[^/\s]+)?\/sources\/([1-9]\d{0,14})\/?$/.exec(origin ?? '') ?? []
  return id === undefined ? undefined : Number(id)
}
