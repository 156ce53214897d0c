import { searchable } from '../search-words.ts'

/** What is asked of a source to tell whether it is somebody else's than another. */
export type WeighedSource = {
  id: number
  title: string
  publisher: string | null
  url: string | null
  primary: boolean
  confidential: boolean
}

const generic = new Set(['co', 'com', 'org', 'net', 'gov', 'gob', 'gouv', 'govt', 'ac', 'edu', 'or', 'ne', 'go', 'mil'])

/**
 * The part of an address's host that one owner has: its last two labels, three under a generic second level such as
 * `co.uk`. Hosts that many share, such as video sites, stand for one owner. Null for what has no such host.
 */
export function domainOf(url: string | null): string | null {
  const host = url === null ? undefined : URL.parse(url)?.hostname.replace(/\.$/, '')
  if (!host) return null
  // Numbers and IPv6 have no labels.
  if (/^[\d.]+$|^\[/.test(host)) return host
  const labels = host.split('.')
  const isShort = (labels.at(-1) ?? '').length === 2 && generic.has(labels.at(-2) ?? '')
  return labels.slice(isShort ? -3 : -2).join('.')
}

const publisherKey = (publisher: string | null) =>
  publisher === null
    ? ''
    : searchable(publisher)
        .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()

export type Pair = readonly [WeighedSource, WeighedSource]

/** The first two sources that are independent of each other, in the order given; undefined where all count as one. */
export function findIndependent(sources: readonly WeighedSource[]): Pair | undefined {
  // Each is looked at once, since a claim may have hundreds.
  const keyed = sources.map((source) => ({
    source,
    publisher: publisherKey(source.publisher),
    domain: domainOf(source.url),
  }))
  const named = keyed.filter(({ publisher }) => publisher !== '')
  for (const a of named) {
    const b = named.find(
      ({ publisher, domain }) => publisher !== a.publisher && (domain === null || domain !== a.domain),
    )
    if (b) return [a.source, b.source]
  }
  return undefined
}

/** Why the two count as one source, in words that follow “they count as one:”; undefined for two that are independent. */
export function whyOne(a: WeighedSource, b: WeighedSource): string | undefined {
  const unnamed = [a, b].filter(({ publisher }) => publisherKey(publisher) === '')
  if (unnamed.length === 2) return 'no publisher is noted for either'
  if (unnamed[0]) return `no publisher is noted for ${titled(unnamed[0])}`
  if (publisherKey(a.publisher) === publisherKey(b.publisher))
    return a.confidential || b.confidential ? 'both have the same publisher' : `both are published by ${a.publisher}`
  const domain = domainOf(a.url)
  if (domain !== null && domain === domainOf(b.url))
    return a.confidential || b.confidential ? 'both have the same domain' : `both are at ${domain}`
  return undefined
}

/** The title as it is named in words that anybody may read: confidential sources have none there. */
export const titled = ({ title, confidential }: WeighedSource): string =>
  confidential ? 'another source' : `“${title}”`
