import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { TooMany } from '../errors.ts'

/** How many reports one network may send within an hour. */
export const mostOfNetwork = 5
const hour = 3_600

/** Counts what each network sends, in memory: a restart forgets it. */
export class Flood {
  readonly #sent = new RateLimiterMemory({ keyPrefix: 'reported', points: mostOfNetwork, duration: hour })

  /** Counts one more. Throws TooMany over the limit. */
  async count(network: string): Promise<void> {
    try {
      await this.#sent.consume(network)
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error
      const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1_000))
      throw new TooMany(
        seconds,
        `From where you are, ${mostOfNetwork} reports came within an hour. Keep your text, and send it in ${Math.ceil(seconds / 60)} minutes.`,
      )
    }
  }
}
