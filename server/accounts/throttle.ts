import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Clock } from '../chance.ts'
import { TooMany } from '../errors.ts'

const day = 86_400
/** One rule of waiting: how many wrong tries are free, and the longest wait after them, in seconds. */
type Limit = { key: string; free: number; longest: number }

const quarterHour = 900

/** Where a try comes from: the normalised email, the network, and the browser's own secret if it has signed this person in before. */
export type Origin = { email: string; network: string; knownDevice: string | undefined }

/**
 * The limits a try falls under. A browser that has signed the person in before is counted by itself, so an enemy who keeps
 * guessing cannot lock its owner out; everyone else waits by account and network, by network, and, never long, by account.
 */
export function limitsOf({ email, network, knownDevice }: Origin): Limit[] {
  if (knownDevice) return [{ key: `device ${knownDevice}`, free: 5, longest: quarterHour }]
  return [
    { key: `account ${email} from ${network}`, free: 5, longest: quarterHour },
    { key: `network ${network}`, free: 20, longest: quarterHour },
    { key: `account ${email}`, free: 10, longest: 60 },
  ]
}

/** Seconds to wait after so many wrong tries: none while they are free, then 1, 2, 4 … up to the longest. */
export const waitAfter = (tries: number, { free, longest }: Pick<Limit, 'free' | 'longest'>): number =>
  tries < free ? 0 : Math.min(2 ** Math.min(tries - free, 30), longest)

/** Slows down guessing. Keeps its counts in memory for a day; a restart forgets them. */
export class Throttle {
  readonly #clock: Clock
  readonly #tries = new RateLimiterMemory({ keyPrefix: 'tries', points: 1, duration: day })
  // The points of this one are the instant until which to wait, by our clock, in milliseconds.
  readonly #waits = new RateLimiterMemory({ keyPrefix: 'waits', points: 1, duration: quarterHour })

  // Looking and counting must not be parted by another try.
  #turn: Promise<unknown> = Promise.resolve()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** Counts a try as wrong before it is known, so that a thousand at once are not one. Throws TooMany while waiting is due. */
  begin(limits: Limit[]): Promise<void> {
    const begun = this.#turn.then(() => this.#begin(limits))
    this.#turn = begun.catch(() => undefined)
    return begun
  }

  async #begin(limits: Limit[]): Promise<void> {
    const now = this.#clock.now().getTime()
    const waits = await Promise.all(limits.map(({ key }) => this.#waits.get(key)))
    const left = Math.max(0, ...waits.map((wait) => (wait?.consumedPoints ?? 0) - now))
    if (left > 0) throw tooMany(Math.ceil(left / 1_000))
    for (const limit of limits) {
      const { consumedPoints } = await this.#tries.penalty(limit.key)
      const seconds = waitAfter(consumedPoints, limit)
      if (seconds > 0) await this.#waits.set(limit.key, now + seconds * 1_000, quarterHour)
    }
  }

  /** The try was right: takes it back, and forgets the wrong ones of this account from here. */
  async forgive([own, ...shared]: Limit[]): Promise<void> {
    for (const { key } of shared) await this.#tries.reward(key)
    for (const { key } of own ? [own, ...shared] : shared) await this.#waits.delete(key)
    if (own) await this.#tries.delete(own.key)
  }
}

const tooMany = (seconds: number) =>
  new TooMany(seconds, `Too many wrong tries. Wait ${waitWords(seconds)}, then try again.`)

/** Seconds as people say them, rounded up to whole minutes from two on. */
export function waitWords(seconds: number): string {
  if (seconds < 120) return seconds === 1 ? '1 second' : `${seconds} seconds`
  return `${Math.ceil(seconds / 60)} minutes`
}

/** The limit on guessing the password of an account from within a sign-in of it. */
export const passwordLimits = (personId: number): Limit[] => [
  { key: `own password ${personId}`, free: 5, longest: quarterHour },
]
