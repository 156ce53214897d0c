import type { Reason } from './words.ts'

/** An address as it can be asked for, without its fragment; or why it cannot. Knows nothing of where the name leads. */
export function readAddress(text: string): URL | Reason {
  const url = URL.parse(text)
  if (!url) return 'no-address'
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'scheme'
  if (url.username !== '' || url.password !== '') return 'credentials'
  if (url.hostname === '' || isOddNumber(text, url)) return 'no-address'
  url.hash = ''
  return url
}

// The parser takes `127.0.0.1.` for `127.0.0.1`; others look it up as a name.
const isOddNumber = (text: string, { hostname }: URL) =>
  /^[\d.]+$/.test(hostname) && /^[^:]*:[/\\]*[^/\\?#:]*\.(?:[:/\\?#]|$)/.test(text.trim())

/** Host and port, the port always written: what FETCH_ALLOW lists. An IPv6 address stands in brackets. */
export function hostAndPort({ hostname, port, protocol }: Pick<URL, 'hostname' | 'port' | 'protocol'>): string {
  const host = hostname.includes(':') && !hostname.startsWith('[') ? `[${hostname}]` : hostname
  return `${host}:${port || (protocol === 'https:' ? '443' : '80')}`
}
