import { readAddress } from './address.ts'
import { ask, inTime } from './ask.ts'
import type { Fetching } from './fetching.ts'
import { type Refused, noPage, refusal } from './refusal.ts'

type Parcel = { headers?: Record<string, string>; body: string | Buffer }

/**
 * Posts to an address through the same guard as fetching, and follows no redirect. What is answered is not read; another
 * status than 2xx is a refusal. Never throws for what the network does.
 */
export async function postTo(
  fetching: Fetching,
  address: string,
  { headers = {}, body }: Parcel,
): Promise<{ status: number } | Refused> {
  const url = readAddress(address)
  if (typeof url === 'string') return refusal(url)
  return inTime(fetching, (signal) =>
    ask(fetching, { method: 'POST', url, signal, headers, body }, async ({ status }) =>
      status >= 200 && status <= 299 ? { status } : noPage(status),
    ),
  )
}
