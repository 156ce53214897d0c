import type { Tx } from '../../db/conn.ts'
import type { Random } from '../chance.ts'
import { addJob } from './job.ts'
import type { JobKind, JobKinds } from './kind.ts'
import { fraction, later } from './pause.ts'
import { findWaiting, isRunning } from './store.ts'

const key = 'schedule'

/** Asks for the next job of a kind that is begun again and again: after its pause, and up to a tenth of it more. */
export async function scheduleNext(tx: Tx, random: Random, name: string, { everyMinutes }: JobKind): Promise<void> {
  if (everyMinutes === undefined) return
  const pause = everyMinutes * 60_000 * (1 + fraction(random) / 10)
  await addJob(tx, { kind: name, payload: {}, key, runAt: later(tx.now, pause) })
}

/** Sees that a job of every such kind waits or runs: at once where it never has. */
export async function keepSchedules(tx: Tx, kinds: JobKinds): Promise<void> {
  for (const [name, { everyMinutes }] of Object.entries(kinds)) {
    if (everyMinutes === undefined) continue
    if ((await findWaiting(tx, name, key)) || (await isRunning(tx, name, key))) continue
    await addJob(tx, { kind: name, payload: {}, key })
  }
}
