import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  lte,
  min,
  notExists,
  or,
  sql,
} from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type Conn, type Tx, insertedId, prepared } from '../../db/conn.ts'
import { type JobState, jobs } from '../../db/schema/index.ts'
import type { Run } from './kind.ts'

export type JobRow = typeof jobs.$inferSelect
type NewRow = { kind: string; payload: unknown; key: string | null; lane: string | null; runAt: string }

/** Returns the id. */
export async function insertJob(tx: Tx, row: NewRow): Promise<number> {
  return insertedId(
    await tx
      .insert(jobs)
      .values({ ...row, createdAt: tx.now })
      .returning({ id: jobs.id }),
  )
}

/** The job of that kind and key that waits, if one does. */
export async function findWaiting(conn: Conn, kind: string, key: string) {
  const query = prepared(conn, 'jobs.waiting', (c) =>
    c
      .select({ id: jobs.id, runAt: jobs.runAt })
      .from(jobs)
      .where(
        and(
          eq(jobs.kind, sql.placeholder('kind')),
          eq(jobs.key, sql.placeholder('key')),
          // Said as the index says it, so that it is used.
          sql`${jobs.state} = 'waiting' and ${jobs.key} is not null`,
        ),
      )
      .prepare(),
  )
  const [found] = await query.execute({ kind, key })
  return found
}

/** Whether a job of that kind and key runs. */
export async function isRunning(conn: Conn, kind: string, key: string): Promise<boolean> {
  const found = await conn
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(eq(jobs.state, 'running'), eq(jobs.kind, kind), eq(jobs.key, key)))
    .limit(1)
  return found.length > 0
}

/** The newest job of that kind and key, in whatever state. */
export async function findNewest(conn: Conn, kind: string, key: string): Promise<JobRow | undefined> {
  const [found] = await conn
    .select()
    .from(jobs)
    .where(and(eq(jobs.kind, kind), eq(jobs.key, key)))
    .orderBy(desc(jobs.id))
    .limit(1)
  return found
}

/** Gives a waiting job what it is now asked to do. */
export async function updateWaiting(tx: Tx, id: number, change: { payload: unknown; runAt: string }): Promise<void> {
  await tx.update(jobs).set(change).where(eq(jobs.id, id))
}

/** Has what waits for a time after that instant begun now. */
export async function bringForward(tx: Tx, after: string): Promise<void> {
  await tx
    .update(jobs)
    .set({ runAt: tx.now })
    .where(and(eq(jobs.state, 'waiting'), gt(jobs.runAt, after)))
}

/** Takes back a job that waits. */
export async function deleteWaiting(tx: Tx, kind: string, key: string): Promise<void> {
  await tx.delete(jobs).where(and(eq(jobs.kind, kind), eq(jobs.key, key), eq(jobs.state, 'waiting')))
}

const earlier = alias(jobs, 'earlier')

// Said of its state as the index says it, so that it is used.
const isFirstOfLane = (conn: Conn) =>
  or(
    isNull(jobs.lane),
    notExists(
      conn
        .select({ id: earlier.id })
        .from(earlier)
        .where(
          and(
            eq(earlier.kind, jobs.kind),
            eq(earlier.lane, jobs.lane),
            sql`${earlier.lane} is not null and ${earlier.state} in ('waiting', 'running')`,
            or(eq(earlier.state, 'running'), lt(earlier.id, jobs.id)),
          ),
        ),
    ),
  )

/** The kinds that have a job to begin at `now`, the one that has waited longest first. */
export async function dueKinds(conn: Conn, now: string): Promise<string[]> {
  const query = prepared(conn, 'jobs.due', (c) =>
    c
      .select({ kind: jobs.kind })
      .from(jobs)
      .where(and(eq(jobs.state, 'waiting'), lte(jobs.runAt, sql.placeholder('now')), isFirstOfLane(c)))
      .groupBy(jobs.kind)
      .orderBy(min(jobs.runAt))
      .prepare(),
  )
  return (await query.execute({ now })).map(({ kind }) => kind)
}

/** The job of the kind that has been due for longest; undefined when none is at the time of the transaction. */
export async function nextDue(tx: Tx, kind: string): Promise<JobRow | undefined> {
  const [found] = await tx
    .select()
    .from(jobs)
    .where(and(eq(jobs.state, 'waiting'), eq(jobs.kind, kind), lte(jobs.runAt, tx.now), isFirstOfLane(tx)))
    .orderBy(asc(jobs.runAt), asc(jobs.id))
    .limit(1)
  return found
}

/** Begins a run. */
export async function setRunning(tx: Tx, id: number, change: { attempts: number; leaseUntil: string }): Promise<void> {
  await tx
    .update(jobs)
    .set({ ...change, state: 'running', done: null, total: null })
    .where(eq(jobs.id, id))
}

type Change = Partial<
  Pick<JobRow, 'state' | 'runAt' | 'attempts' | 'leaseUntil' | 'endedAt' | 'problem' | 'done' | 'total'>
>

/** Changes the job of a run; false when another run has it or it has ended. */
export async function updateRun(tx: Tx, { id, attempt }: Run, change: Change): Promise<boolean> {
  const changed = await tx
    .update(jobs)
    .set(change)
    .where(and(eq(jobs.id, id), eq(jobs.attempts, attempt), eq(jobs.state, 'running')))
    .returning({ id: jobs.id })
  return changed.length > 0
}

/** The jobs that run, only those whose lease was over at `leaseOver` when it is given. */
export async function runningJobs(conn: Conn, leaseOver?: string): Promise<JobRow[]> {
  return conn
    .select()
    .from(jobs)
    .where(and(eq(jobs.state, 'running'), leaseOver === undefined ? undefined : lte(jobs.leaseUntil, leaseOver)))
    .orderBy(asc(jobs.id))
}

/** The job, undefined when there is none. */
export async function findJob(conn: Conn, id: number): Promise<JobRow | undefined> {
  const [found] = await conn.select().from(jobs).where(eq(jobs.id, id)).limit(1)
  return found
}

/** Changes a job that does not run. */
export async function updateJob(tx: Tx, id: number, change: Change): Promise<void> {
  await tx.update(jobs).set(change).where(eq(jobs.id, id))
}

/** Up to `limit` jobs in that state, newest first, with ids under `before`. */
export async function jobsIn(conn: Conn, state: JobState, { before, limit }: { before?: number; limit: number }) {
  return conn
    .select()
    .from(jobs)
    .where(and(eq(jobs.state, state), before === undefined ? undefined : lt(jobs.id, before)))
    .orderBy(desc(jobs.id))
    .limit(limit)
}

/** How many jobs are in each state. */
export async function countJobs(conn: Conn): Promise<Map<JobState, number>> {
  const rows = await conn.select({ state: jobs.state, count: count() }).from(jobs).groupBy(jobs.state)
  return new Map(rows.map(({ state, count: found }) => [state, found]))
}

/** Removes the jobs in those states that ended before that instant; returns how many. */
export async function deleteEnded(tx: Tx, states: JobState[], before: string): Promise<number> {
  const gone = await tx
    .delete(jobs)
    .where(and(inArray(jobs.state, states), isNotNull(jobs.endedAt), lt(jobs.endedAt, before)))
    .returning({ id: jobs.id })
  return gone.length
}
