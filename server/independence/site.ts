import { getDomain } from 'tldts'

/**
 * The part of an address that one owner has, by the public suffix list: `bbc.co.uk` of `news.bbc.co.uk`, and
 * `ada.github.io` of a page there. The host itself where that has none, such as an IP address; null for what is no address.
 */
export function siteOf(url: string | null): string | null {
  const host = url === null ? undefined : URL.parse(url)?.hostname.replace(/\.$/, '')
  if (!host) return null
  return getDomain(host, { allowPrivateDomains: true }) ?? host
}
