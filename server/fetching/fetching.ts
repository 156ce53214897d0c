import { lookup as systemLookup } from 'node:dns/promises'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { buildConnector } from 'undici'
import type { Clock } from '../chance.ts'
import type { Config } from '../config.ts'
import { type Turns, newTurns } from './turns.ts'

/** How far a fetch may go: bytes as sent and unpacked, redirects, milliseconds in all; how many at once, waiting, a person a minute. */
export type FetchLimits = {
  bytes: number
  unpacked: number
  redirects: number
  milliseconds: number
  atOnce: number
  waiting: number
  aMinute: number
}

const fetchLimits: FetchLimits = {
  bytes: 25_000_000,
  unpacked: 25_000_000,
  redirects: 5,
  milliseconds: 15_000,
  atOnce: 4,
  waiting: 8,
  aMinute: 20,
}

/** The way out: who looks names up and who opens connections, what may be reached, and how much of it. */
export type Fetching = {
  /** The IP addresses of a name. */
  lookup: (name: string) => Promise<string[]>
  /** Connects to an IP address; nothing but the guarded connect calls it. */
  dial: buildConnector.connector
  /** Hosts with their ports inside the newsroom's own network that may be reached all the same. */
  allowed: ReadonlySet<string>
  proxy: string | undefined
  limits: FetchLimits
  clock: Clock
  turns: Turns
  perPerson: RateLimiterMemory
}

type Parts = { clock: Clock } & Partial<Pick<Fetching, 'lookup' | 'dial'>> & { limits?: Partial<FetchLimits> }

/** Made once for a server; name server, connection and limits can be passed in. */
export function newFetching(config: Pick<Config, 'fetchAllow' | 'fetchProxy'>, parts: Parts): Fetching {
  const limits = { ...fetchLimits, ...parts.limits }
  return {
    lookup: parts.lookup ?? lookUp,
    dial: parts.dial ?? buildConnector({ timeout: 5_000, allowH2: false }),
    allowed: new Set(config.fetchAllow),
    proxy: config.fetchProxy,
    limits,
    clock: parts.clock,
    turns: newTurns(limits),
    perPerson: new RateLimiterMemory({ keyPrefix: 'fetch', points: limits.aMinute, duration: 60 }),
  }
}

// A name server that does not answer keeps one of the few threads that also hash passwords: never more than two of them.
const lookups = newTurns({ atOnce: 2, waiting: Number.POSITIVE_INFINITY })

const lookUp = async (name: string): Promise<string[]> => {
  const found = await lookups.take(() => systemLookup(name, { all: true }))
  return found?.map(({ address }) => address) ?? []
}
