import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** `failed` waits for an admin; `given_up` waits for nobody. */
export const jobStates = ['waiting', 'running', 'failed', 'done', 'given_up'] as const
export type JobState = (typeof jobStates)[number]

/** Work that is done beside the requests, asked for in the transaction of the change that wants it. */
export const jobs = sqliteTable(
  'jobs',
  {
    id: integer().primaryKey(),
    kind: text().notNull(),
    payload: text({ mode: 'json' }).$type<unknown>().notNull(),
    /** One job of a kind and key waits at a time. */
    key: text(),
    /** Jobs of a kind and lane are begun in the order in which they were asked for, one after the other. */
    lane: text(),
    state: text({ enum: jobStates }).notNull().default('waiting'),
    /** Not begun before. */
    runAt: text().notNull(),
    /** How often it was begun; what a run writes down about it names this number, so that an older run writes nothing. */
    attempts: integer().notNull().default(0),
    /** A run that has not moved on until then counts as hung. */
    leaseUntil: text(),
    done: integer(),
    total: integer(),
    /** What went wrong last, for people. */
    problem: text(),
    createdAt: text().notNull(),
    endedAt: text(),
  },
  (t) => [
    uniqueIndex('jobs_waiting_once')
      .on(t.kind, t.key)
      .where(sql`state = 'waiting' and key is not null`),
    index('jobs_due').on(t.state, t.runAt),
    index('jobs_listed').on(t.state, t.id),
    index('jobs_lane')
      .on(t.kind, t.lane, t.id)
      .where(sql`lane is not null and state in ('waiting', 'running')`),
    check('jobs_state', sql`state in ('waiting', 'running', 'failed', 'done', 'given_up')`),
    check('jobs_lease', sql`(state = 'running') = (lease_until is not null)`),
    check('jobs_ended', sql`(state in ('failed', 'done', 'given_up')) = (ended_at is not null)`),
  ],
)
