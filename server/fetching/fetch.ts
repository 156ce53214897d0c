import { hostAndPort, readAddress } from './address.ts'
import { type Answer, ask, inTime } from './ask.ts'
import { packingOf, readBody } from './body.ts'
import type { Fetching } from './fetching.ts'
import { headersToKeep } from './headers.ts'
import { FetchRefused, type Refused, noPage, refusal } from './refusal.ts'
import type { Reason } from './words.ts'

/**
 * What was found at an address. `hops` are all the addresses asked, the first and the final one too, without fragments;
 * `isMoved` when there was a redirect and each was said to be for good (301, 308).
 */
export type Fetched = {
  address: string
  finalAddress: string
  hops: string[]
  isMoved: boolean
  status: number
  contentType: string | null
  etag: string | null
  /** What the site said along with it, as far as it is kept; names in small letters. */
  headers: [string, string][]
  bytes: Buffer
  fetchedAt: string
}

type Page = Pick<Fetched, 'status' | 'contentType' | 'etag' | 'headers' | 'bytes'>
type Redirect = { to: string; isForGood: boolean }
type Wish = { accept: string; signal: AbortSignal }

const page = 'text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5'

/**
 * Gets what is at an address, through redirects, within the limits on bytes and time. Never throws for what the network does:
 * a refusal has a sentence for the person who asked, and an answer other than 2xx is one.
 */
export function fetchAddress(
  fetching: Fetching,
  address: string,
  { accept = page }: { accept?: string } = {},
): Promise<Fetched | Refused> {
  return inTime(fetching, (signal) => follow(fetching, address, { accept, signal }))
}

async function follow(fetching: Fetching, address: string, wish: Wish): Promise<Fetched | Refused> {
  const hops: string[] = []
  let isForGood = true
  let url = readAddress(address)
  while (typeof url !== 'string') {
    if (hops.length > fetching.limits.redirects || hops.includes(url.href)) return refusal('redirects')
    if (leadsInside(fetching, hops.at(-1), url)) return refusal('private')
    hops.push(url.href)
    const found = await askFor(fetching, url, wish)
    if ('refused' in found) return found
    if ('bytes' in found) {
      const way = { address, finalAddress: url.href, hops, isMoved: hops.length > 1 && isForGood }
      return { ...way, ...found, fetchedAt: fetching.clock.now().toISOString() }
    }
    isForGood &&= found.isForGood
    url = nextAddress(found.to, url)
  }
  return refusal(url)
}

// A stranger's page must not choose what is asked for inside the newsroom's network, even where people may.
const leadsInside = ({ allowed }: Fetching, from: string | undefined, to: URL): boolean =>
  from !== undefined && allowed.has(hostAndPort(to)) && !allowed.has(hostAndPort(new URL(from)))

function nextAddress(location: string, from: URL): URL | Reason {
  const next = URL.parse(location, from.href)
  const read = next ? readAddress(next.href) : 'redirect'
  return read === 'no-address' || read === 'scheme' ? 'redirect' : read
}

function askFor(fetching: Fetching, url: URL, { accept, signal }: Wish): Promise<Page | Redirect | Refused> {
  return ask(fetching, { method: 'GET', url, signal, headers: { Accept: accept } }, async (answer) => {
    const { location } = answer.headers
    if (redirects.has(answer.status) && location !== undefined)
      return { to: location, isForGood: forGood.has(answer.status) }
    if (answer.status < 200 || answer.status > 299) return noPage(answer.status)
    return readPage(fetching, answer)
  })
}

const redirects = new Set([301, 302, 303, 307, 308])
const forGood = new Set([301, 308])

async function readPage({ limits }: Fetching, { status, headers, body }: Answer): Promise<Page> {
  const packing = packingOf(headers['content-encoding'])
  if (!packing) throw new FetchRefused('coding')
  if (Number(headers['content-length'] ?? 0) > limits.bytes) throw new FetchRefused('too-large')
  const bytes = await readBody(body, packing, limits)
  const contentType = headers['content-type'] ?? null
  return { status, contentType, etag: headers.etag ?? null, headers: headersToKeep(headers), bytes }
}
