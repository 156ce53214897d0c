import type { Conn, Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import type { JobState } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { Conflict, missing } from '../errors.ts'
import { record } from '../history/record.ts'
import { pageOf } from '../values/paging.ts'
import { type JobRow, countJobs, deleteWaiting, findJob, findNewest, findWaiting, insertJob, jobsIn } from './store.ts'
import { updateJob, updateWaiting } from './store.ts'

type NewJob = { kind: string; payload: unknown; runAt?: string; key?: string; lane?: string }

/**
 * Asks for a job in the transaction of the change that wants it. With a `key` one of its kind and key waits at a time: asked
 * for again, it is begun at the earlier of both times and does what was asked last. With a `lane` it is begun when all that was
 * asked for before it in that lane has ended, also by failing for good. `runAt` is ISO 8601, UTC. Returns its id.
 */
export async function addJob(tx: Tx, { kind, payload, runAt = tx.now, key, lane }: NewJob): Promise<number> {
  const waiting = key === undefined ? undefined : await findWaiting(tx, kind, key)
  if (!waiting) return insertJob(tx, { kind, payload, runAt, key: key ?? null, lane: lane ?? null })
  await updateWaiting(tx, waiting.id, { payload, runAt: runAt < waiting.runAt ? runAt : waiting.runAt })
  return waiting.id
}

/** Takes back the job of that kind and key that waits; one that runs goes on to its end. */
export const removeJob = (tx: Tx, kind: string, key: string): Promise<void> => deleteWaiting(tx, kind, key)

export type Job = Omit<JobRow, 'leaseUntil'>

/** One state of the list: the jobs of a page, how many there are, and the `before` of the next page when there are more. */
export type JobPage = { state: JobState; jobs: Job[]; total: number; next: number | undefined }

/** The jobs in each of the states, newest first, `limit` of each. */
export async function listJobs(
  conn: Conn,
  states: readonly JobState[],
  { before, limit }: { before?: number; limit: number },
): Promise<JobPage[]> {
  const totals = await countJobs(conn)
  const pages: JobPage[] = []
  for (const state of states) {
    const total = totals.get(state) ?? 0
    const found = total === 0 ? [] : await jobsIn(conn, state, { ...(before && { before }), limit: limit + 1 })
    const { rows, last } = pageOf(found, limit)
    pages.push({ state, jobs: rows, total, next: last?.id })
  }
  return pages
}

/** Has a failed job begun again, as if for the first time. Throws Conflict when it has not failed, or the same waits already. */
export function tryAgain(db: Db, person: Person, id: number): Promise<void> {
  permit(person, 'jobs.manage')
  return write(db, async (tx) => {
    const job = await failedJob(tx, id)
    if (job.key !== null && (await findWaiting(tx, job.kind, job.key)))
      throw new Conflict(
        'The same job has been asked for again meanwhile and waits its turn. You can give this one up.',
      )
    await beginAgain(tx, person, job)
  })
}

async function beginAgain(tx: Tx, person: Person, { id, kind }: JobRow): Promise<void> {
  await updateJob(tx, id, { state: 'waiting', runAt: tx.now, attempts: 0, endedAt: null })
  await record(tx, person, 'job.retried', {}, { job: id, kind })
}

/** The newest job of that kind and key; undefined when there is none, or it was cleared away. */
export const newestJob = (conn: Conn, kind: string, key: string): Promise<Job | undefined> =>
  findNewest(conn, kind, key)

/**
 * Has the newest job of a kind and key begun again, for whoever may ask for what it does. One that failed and waits for its next
 * try is begun at once. Throws Conflict when there is nothing to begin again.
 */
export async function goOnWith(tx: Tx, person: Person, kind: string, key: string): Promise<void> {
  const job = await findNewest(tx, kind, key)
  if (job?.state === 'waiting') await updateWaiting(tx, job.id, { payload: job.payload, runAt: tx.now })
  else if (job?.state === 'failed') await beginAgain(tx, person, job)
  else throw new Conflict('It has not stopped. Load the page again to see how far it is.')
}

/** Closes a failed job for good. Throws Conflict when it has not failed. */
export function giveUp(db: Db, person: Person, id: number): Promise<void> {
  permit(person, 'jobs.manage')
  return write(db, async (tx) => {
    const job = await failedJob(tx, id)
    await updateJob(tx, id, { state: 'given_up', endedAt: tx.now })
    await record(tx, person, 'job.given_up', {}, { job: id, kind: job.kind })
  })
}

async function failedJob(tx: Tx, id: number): Promise<JobRow> {
  const job = (await findJob(tx, id)) ?? missing('job')
  if (job.state !== 'failed') throw new Conflict('This job does not wait for a decision any more. Nothing was changed.')
  return job
}
