import type { IncomingHttpHeaders } from 'node:http'

const most = 16_384

// Cookies are meant for us alone, and what a proxy says is none of the site's.
const unkept = /^(set-cookie2?|proxy-.*|connection|keep-alive)$/

/** The headers of an answer to keep with a copy of it: without cookies, in the order they came, 16,384 characters in all at most. */
export function headersToKeep(headers: IncomingHttpHeaders): [string, string][] {
  let left = most
  return Object.entries(headers).flatMap(([name, told]) => {
    if (unkept.test(name)) return []
    return [told ?? []].flat().flatMap((value): [string, string][] => {
      left -= name.length + value.length
      return left < 0 ? [] : [[name, value]]
    })
  })
}
