import type { Logger } from 'pino'
import { signCheckpoint } from './checkpoint.ts'
import type { Signing } from './key.ts'
import type { Watch } from './watch.ts'

const minute = 60_000

/**
 * Signs every hour what has happened since, and checks the whole history ten minutes after the start and then once a day; what
 * does not hold goes to the log as an error. Returns how to stop. It keeps no process alive.
 */
export function keepHistory(world: Signing & { log: Logger }, watch: Watch): () => void {
  const timers = [
    setInterval(() => void signCheckpoint(world, 'hourly'), 60 * minute),
    setTimeout(() => void look(), 10 * minute),
    setInterval(() => void look(), 24 * 60 * minute),
  ]
  for (const timer of timers) timer.unref()
  return () => timers.forEach((timer) => clearTimeout(timer))

  async function look(): Promise<void> {
    try {
      const { fault } = await watch.check()
      if (fault) world.log.error({ seq: fault.seq }, `The history does not hold together. ${fault.why}`)
    } catch (error) {
      world.log.error({ err: error }, 'The history could not be checked')
    }
  }
}
