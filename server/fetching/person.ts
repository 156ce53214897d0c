import { RateLimiterRes } from 'rate-limiter-flexible'
import { type Fetched, fetchAddress } from './fetch.ts'
import type { Fetching } from './fetching.ts'
import { type Refused, refusal } from './refusal.ts'

/** Fetches for a person at the screen, who may do so only so many times a minute. */
export async function fetchFor(
  fetching: Fetching,
  person: { id: number },
  address: string,
): Promise<Fetched | Refused> {
  try {
    await fetching.perPerson.consume(person.id)
  } catch (error) {
    if (error instanceof RateLimiterRes) return refusal('too-often')
    throw error
  }
  return fetchAddress(fetching, address)
}
