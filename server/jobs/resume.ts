import type { Tx } from '../../db/conn.ts'
import { write } from '../../db/write.ts'
import type { World } from '../world.ts'
import type { JobKinds } from './kind.ts'
import { later } from './pause.ts'
import { keepSchedules } from './schedule.ts'
import { bringForward, findWaiting, runningJobs, updateRun } from './store.ts'

/**
 * At the start: what ran when the last server ended is begun again at once, since there is one server to a data folder. A
 * job under which it ended as often as a job is tried is left to an admin: it may be what ends it.
 */
export function resumeJobs({ db }: World, kinds: JobKinds): Promise<void> {
  return write(db, async (tx) => {
    for (const { id, kind, key, attempts } of await runningJobs(tx)) {
      const run = { id, kind, attempt: attempts }
      const isLast = attempts >= (kinds[kind]?.attempts ?? 1)
      const isReplaced = key !== null && (await findWaiting(tx, kind, key)) !== undefined
      if (isLast || isReplaced) await close(tx, run, isReplaced ? 'given_up' : 'failed')
      else await updateRun(tx, run, { state: 'waiting', leaseUntil: null, runAt: tx.now, problem })
    }
    await bringForward(tx, later(tx.now, longestWait))
    await keepSchedules(tx, kinds)
  })
}

// Nothing is put off so far, in milliseconds: the clock was ahead then, and has been put right.
const longestWait = 30 * 24 * 3_600_000

const problem = 'The server ended while it ran.'

const close = (tx: Tx, run: Parameters<typeof updateRun>[1], state: 'given_up' | 'failed') =>
  updateRun(tx, run, { state, leaseUntil: null, endedAt: tx.now, problem })
