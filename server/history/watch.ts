import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Clock } from '../chance.ts'
import type { Verified } from './verify.ts'

/** A check of the whole history, and when it was begun. */
export type Check = Verified & { at: string }

/**
 * Remembers the newest check since the start. It is not kept in the database: a result beside what it judges could be
 * changed by whoever changed that.
 */
export type Watch = { last: () => Check | undefined; check: () => Promise<Check> }

/** A watch over the history in that file. Checks run on another thread, one at a time: who asks meanwhile shares it. */
export function newWatch({ file, clock }: { file: string; clock: Clock }): Watch {
  let last: Check | undefined
  let running: Promise<Check> | undefined
  const run = async () => {
    const at = clock.now().toISOString()
    last = { ...(await verifyBeside(file)), at }
    return last
  }
  const check = () => (running ??= run().finally(() => (running = undefined)))
  return { last: () => last, check }
}

async function verifyBeside(file: string): Promise<Verified> {
  const resourceLimits = { maxYoungGenerationSizeMb: 8 }
  const worker = new Worker(new URL('./verify-worker.ts', import.meta.url), { workerData: file, resourceLimits })
  worker.unref()
  const [verified] = await once(worker, 'message')
  // What verify-worker.ts sends.
  return verified as Verified
}
