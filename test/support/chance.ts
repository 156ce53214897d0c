import { createHash } from 'node:crypto'
import type { Clock, Random } from '../../server/chance.ts'

export type SteadyClock = Clock & { advance: (milliseconds: number) => void; set: (instant: string) => void }

/** A clock that stands still until it is moved: 12 May 2025, nine in the morning. */
export function steadyClock(): SteadyClock {
  let now = Date.parse('2025-05-12T09:00:00.000Z')
  return {
    now: () => new Date(now),
    advance: (milliseconds) => void (now += milliseconds),
    set: (instant) => void (now = Date.parse(instant)),
  }
}

/** Bytes that look random and are the same in every run. */
export function seededRandom(): Random {
  let count = 0
  return {
    bytes: (length) => {
      const chunks = Array.from({ length: Math.ceil(length / 32) }, () =>
        createHash('sha256').update(`seed ${count++}`).digest(),
      )
      return Buffer.concat(chunks).subarray(0, length)
    },
  }
}
