import type { IncomingHttpHeaders } from 'node:http'
import { type Dispatcher, request } from 'undici'
import { release } from '../release.ts'
import { dispatcherFor, proxyFor } from './connect.ts'
import type { Fetching } from './fetching.ts'
import { type Refused, networkRefusal, refusal } from './refusal.ts'

export type Question = { method: 'GET' | 'POST'; headers: Record<string, string>; body?: string | Buffer }
export type Answer = { status: number; headers: IncomingHttpHeaders; body: Dispatcher.ResponseData['body'] }

const said = { 'User-Agent': `Stet/${release} (fact-check workbench)`, 'Accept-Encoding': 'gzip' }

/**
 * Asks one address once: no cookies, no Referer, no redirect followed. `read` makes of the answer what is wanted, and its
 * connection is closed then. What the network does is answered as a refusal, never thrown.
 */
export async function ask<T>(
  fetching: Fetching,
  { url, signal, ...question }: Question & { url: URL; signal: AbortSignal },
  read: (answer: Answer) => Promise<T>,
): Promise<T | Refused> {
  let dispatcher: Dispatcher | undefined
  try {
    dispatcher = dispatcherFor(fetching, url)
    const headers = { ...said, ...question.headers }
    const { statusCode, headers: told, body } = await request(url, { ...question, headers, dispatcher, signal })
    // An answer that nobody reads to its end is broken off, which is no error.
    body.on('error', () => undefined)
    return await read({ status: statusCode, headers: told, body })
  } catch (error) {
    const refused = signal.aborted ? refusal('slow') : networkRefusal(error, proxyFor(fetching, url) !== undefined)
    if (!refused) throw error
    return refused
  } finally {
    void dispatcher?.destroy()
  }
}

/** Does the work when its turn has come, and tells it when its time is over. */
export async function inTime<T>(
  { turns, limits }: Fetching,
  work: (signal: AbortSignal) => Promise<T | Refused>,
): Promise<T | Refused> {
  return (await turns.take(() => work(AbortSignal.timeout(limits.milliseconds)))) ?? refusal('busy')
}
