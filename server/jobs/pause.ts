import type { Random } from '../chance.ts'

const first = 30_000
const longest = 6 * 3_600_000

/** A number from 0 up to but not including 1. */
export const fraction = (random: Random): number => random.bytes(4).readUInt32BE() / 2 ** 32

/**
 * Milliseconds to wait after that many failed attempts: four times as long after each, six hours at most. Half of it is
 * chance, so that what failed together is not tried together.
 */
export function pauseAfter(attempts: number, random: Random): number {
  const pause = Math.min(longest, first * 4 ** (attempts - 1))
  return Math.round(pause / 2 + (fraction(random) * pause) / 2)
}

/** An instant so many milliseconds later than another; both ISO 8601, UTC. */
export const later = (instant: string, milliseconds: number): string =>
  new Date(Date.parse(instant) + milliseconds).toISOString()
