import type { Tx } from '../../db/conn.ts'
import { write } from '../../db/write.ts'
import { JobFailed, JobLost, StorageBusy, isDiskFull } from '../errors.ts'
import type { World } from '../world.ts'
import type { JobContext, JobKind, JobKinds, Run } from './kind.ts'
import { later, pauseAfter } from './pause.ts'
import { scheduleNext } from './schedule.ts'
import { type JobRow, findWaiting, nextDue, setRunning, updateRun } from './store.ts'

/** A job that has been begun, with what it is to do. */
export type Begun = { job: JobRow; run: Run; kind: JobKind }

/** Why a run is broken off when the server ends: it does not count. */
export const serverEnds = new Error('The server is ending')

/** Why a run is broken off that counts as hung. */
export const hung = new JobFailed('It did not get any further, so it was stopped.')

/** Begins the job of that kind that has been due for longest; undefined when there is none. */
export function begin({ db }: World, kinds: JobKinds, name: string): Promise<Begun | undefined> {
  return write(db, async (tx) => {
    const kind = kinds[name]
    const job = kind && (await nextDue(tx, name))
    if (!kind || !job) return undefined
    const attempt = job.attempts + 1
    await setRunning(tx, job.id, { attempts: attempt, leaseUntil: leaseOf(tx, kind) })
    return { job, kind, run: { id: job.id, kind: name, attempt } }
  })
}

/** Does what was begun and writes down how it ended. Throws only when that cannot be written down. */
export async function carryOut(world: World, begun: Begun, signal: AbortSignal): Promise<void> {
  const { job, run, kind } = begun
  try {
    await orAborted(kind.run(contextOf(world, begun), job.payload, signal), signal)
    await write(world.db, (tx) => end(world, tx, begun, { state: 'done' }))
  } catch (thrown) {
    const error: unknown = signal.aborted ? signal.reason : thrown
    if (error instanceof JobLost) return
    if (error === serverEnds) await write(world.db, (tx) => putBack(tx, run))
    else {
      const failed = asFailed(world, run, error)
      await write(world.db, (tx) => putOff(world, tx, begun, failed))
    }
  }
}

const putBack = (tx: Tx, run: Run) =>
  updateRun(tx, run, { state: 'waiting', leaseUntil: null, attempts: run.attempt - 1, runAt: tx.now })

/** After a run that failed: tried again later or, when that was the last time or would not help, left to an admin. */
export async function putOff(world: World, tx: Tx, begun: Begun, failed: JobFailed): Promise<void> {
  const { job, run, kind } = begun
  const problem = failed.message
  if (failed.final || run.attempt >= kind.attempts)
    return void (await end(world, tx, begun, { state: 'failed', problem }))
  // Asked for again while it ran: that one will do it.
  if (job.key !== null && (await findWaiting(tx, run.kind, job.key)))
    return void (await end(world, tx, begun, { state: 'given_up', problem }))
  const pause = Math.max(failed.waitSeconds * 1_000, pauseAfter(run.attempt, world.db.random))
  await updateRun(tx, run, { state: 'waiting', leaseUntil: null, runAt: later(tx.now, pause), problem })
}

const contextOf = (world: World, begun: Begun): JobContext => ({
  world,
  run: begun.run,
  complete: async (tx) => {
    if (!(await end(world, tx, begun, { state: 'done' }))) throw new JobLost()
  },
  progress: async (tx, done, total) => {
    const isOurs = await updateRun(tx, begun.run, { done, total, leaseUntil: leaseOf(tx, begun.kind) })
    if (!isOurs) throw new JobLost()
  },
})

const leaseOf = (tx: Tx, { minutes }: JobKind) => later(tx.now, minutes * 60_000)

type End = { state: 'done' | 'failed' | 'given_up'; problem?: string }

// False when it had ended already, or another run has it.
async function end({ db }: World, tx: Tx, { job, run, kind }: Begun, how: End): Promise<boolean> {
  const isOurs = await updateRun(tx, run, { ...how, endedAt: tx.now, leaseUntil: null })
  if (isOurs) await scheduleNext(tx, db.random, job.kind, kind)
  return isOurs
}

// A handler that does not listen must not keep its kind waiting for ever.
async function orAborted(work: Promise<void>, signal: AbortSignal): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>()
  const stop = () => reject(new Error('broken off'))
  signal.addEventListener('abort', stop, { once: true })
  if (signal.aborted) stop()
  try {
    await Promise.race([work, promise])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

// What went wrong may name paths and addresses: that is for the log, and people get its number.
function asFailed({ db, log }: World, run: Run, error: unknown): JobFailed {
  if (error instanceof JobFailed) return error
  if (error instanceof StorageBusy) return new JobFailed(error.message)
  if (isDiskFull(error)) return new JobFailed('The disk is full. What was done before that is kept.')
  const id = db.random.bytes(6).toString('hex')
  log.error({ id, job: run.id, kind: run.kind, err: error }, 'a job failed')
  return new JobFailed(`Something went wrong inside Stet. The log of the server says more under error ${id}.`)
}
