import { getDomain } from 'tldts'

// The same few hosts come up again and again where many sources are weighed.
const known = new Map<string, string | null>()
const mostKnown = 2_000

// All of an address that its host depends on, where it is written as usual.
const untilPath = /^https?:\/\/[^/\\?#\s]+/

/**
 * The part of an address that one owner has, by the public suffix list: `bbc.co.uk` of `news.bbc.co.uk`, and
 * `ada.github.io` of a page there. The host itself where that has none, such as an IP address; null for what is no address.
 */
export function siteOf(url: string | null): string | null {
  if (url === null) return null
  const key = untilPath.exec(url)?.[0] ?? url
  const before = known.get(key)
  if (before !== undefined) return before
  const host = URL.parse(url)?.hostname.replace(/\.$/, '')
  const site = host ? (getDomain(host, { allowPrivateDomains: true }) ?? host) : null
  if (known.size >= mostKnown) known.clear()
  known.set(key, site)
  return site
}
