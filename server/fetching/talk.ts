import { readAddress } from './address.ts'
import { type Question, ask, inTime } from './ask.ts'
import { packingOf, readBody } from './body.ts'
import type { Fetching } from './fetching.ts'
import { FetchRefused, type Refused, refusal } from './refusal.ts'

/** What another program answers, whatever the status; `retryAfter` in seconds, where it says so. */
export type Reply = { status: number; retryAfter: number | undefined; body: string }

const most = 200_000

/** Asks another program through the same guard as fetching, and follows no redirect. Never throws for what the network does. */
export async function talkTo(fetching: Fetching, address: string, question: Question): Promise<Reply | Refused> {
  const url = readAddress(address)
  if (typeof url === 'string') return refusal(url)
  return inTime(fetching, (signal) =>
    ask(fetching, { ...question, url, signal }, async ({ status, headers, body }) => {
      const packing = packingOf(headers['content-encoding'])
      if (!packing) throw new FetchRefused('coding')
      const bytes = await readBody(body, packing, { ...fetching.limits, bytes: most, unpacked: most })
      const seconds = Number(headers['retry-after'])
      return { status, retryAfter: Number.isFinite(seconds) ? seconds : undefined, body: bytes.toString() }
    }),
  )
}
