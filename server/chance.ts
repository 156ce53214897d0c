import { randomBytes } from 'node:crypto'

/** Time, passed in so that tests are exact. */
export type Clock = { now: () => Date }

/** Chance, passed in so that tests are exact. */
export type Random = { bytes: (count: number) => Buffer }

export const systemClock: Clock = { now: () => new Date() }
export const systemRandom: Random = { bytes: (count) => randomBytes(count) }

/** A secret of 256 bits for a link or a cookie, in 43 characters that are safe in an address. */
export const secret = (random: Random): string => random.bytes(32).toString('base64url')
