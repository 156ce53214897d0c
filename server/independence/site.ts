import { getDomain } from 'tldts'

// The same few hosts come up again and again where many sources are weighed.
const known = new Map<string, string>()
const mostKnown = 2_000

/**
 * The part of an address that one owner has, by the public suffix list: `bbc.co.uk` of `news.bbc.co.uk`, and
 * `ada.github.io` of a page there. The host itself where that has none, such as an IP address; null for what is no address.
 */
export function siteOf(url: string | null): string | null {
  const host = url === null ? undefined : URL.parse(url)?.hostname.replace(/\.$/, '')
  if (!host) return null
  const site = known.get(host) ?? getDomain(host, { allowPrivateDomains: true }) ?? host
  if (known.size >= mostKnown) known.clear()
  known.set(host, site)
  return site
}
