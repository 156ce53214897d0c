import { RateLimiterMemory } from 'rate-limiter-flexible'
import { TooMany } from '../errors.ts'

const aMinute = 60

/** Lets everybody ask sixty times a minute. The function throws TooMany over that. */
export function asksAMinute(limit = 60): (person: { id: number }) => Promise<void> {
  const asks = new RateLimiterMemory({ keyPrefix: 'asks', points: limit, duration: aMinute })
  return async ({ id }) => {
    const state = await asks.penalty(id)
    if (state.consumedPoints <= limit) return
    const seconds = Math.max(1, Math.ceil(state.msBeforeNext / 1_000))
    throw new TooMany(seconds, `That was very often within a minute. Ask again in ${seconds} seconds.`)
  }
}
