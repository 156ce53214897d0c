import { readAddress } from './address.ts'
import { ask } from './ask.ts'
import type { Fetching } from './fetching.ts'
import { type Refused, noPage, refusal } from './refusal.ts'

type Parcel = { headers?: Record<string, string>; body: string | Buffer; signal?: AbortSignal }

/**
 * Posts to an address through the same guard as fetching, and follows no redirect. What is answered is not read; another
 * status than 2xx is a refusal. Never throws for what the network does. It waits for no turn: whoever posts bounds how many do,
 * and what hangs must not keep people from fetching pages.
 */
export async function postTo(
  fetching: Fetching,
  address: string,
  { headers = {}, body, signal: ending }: Parcel,
): Promise<{ status: number } | Refused> {
  const url = readAddress(address)
  if (typeof url === 'string') return refusal(url)
  const time = AbortSignal.timeout(fetching.limits.milliseconds)
  const signal = ending ? AbortSignal.any([time, ending]) : time
  return ask(fetching, { method: 'POST', url, signal, headers, body }, async ({ status }) =>
    status >= 200 && status <= 299 ? { status } : noPage(status),
  )
}
