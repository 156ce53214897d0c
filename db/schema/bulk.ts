import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { claims } from './claims.ts'
import { people } from './people.ts'

const bulkStates = ['running', 'finished', 'undoing', 'undone'] as const

/** Something that is done to many claims at once, and how far that is. */
export const bulkChanges = sqliteTable(
  'bulk_changes',
  {
    id: integer().primaryKey(),
    /** What is done: see server/bulk/change.ts. */
    change: text({ mode: 'json' }).$type<unknown>().notNull(),
    /** The list that they were chosen in, as its address says it. */
    list: text().notNull(),
    claims: integer().notNull(),
    state: text({ enum: bulkStates }).notNull().default('running'),
    changed: integer().notNull().default(0),
    left: integer().notNull().default(0),
    restored: integer().notNull().default(0),
    kept: integer().notNull().default(0),
    madeById: integer()
      .notNull()
      .references(() => people.id),
    createdAt: text().notNull(),
    finishedAt: text(),
    undoneById: integer().references(() => people.id),
    undoneAt: text(),
  },
  () => [check('bulk_changes_state', sql`state in ('running', 'finished', 'undoing', 'undone')`)],
)

/** The claims that a change is meant for, as they were seen before: see server/bulk/change.ts. In a row of their own, which is never written again. */
export const bulkChosen = sqliteTable('bulk_chosen', {
  bulkId: integer()
    .primaryKey()
    .references(() => bulkChanges.id),
  claims: text({ mode: 'json' }).$type<unknown>().notNull(),
})

/** What became of each claim: what was changed, as it was and as it is since, or why it was left alone. */
export const bulkOutcomes = sqliteTable(
  'bulk_outcomes',
  {
    bulkId: integer()
      .notNull()
      .references(() => bulkChanges.id),
    /** Its place among the chosen, counted from 1. */
    place: integer().notNull(),
    claimId: integer()
      .notNull()
      .references(() => claims.id),
    why: text(),
    before: text({ mode: 'json' }).$type<unknown>(),
    after: text({ mode: 'json' }).$type<unknown>(),
  },
  (t) => [
    primaryKey({ columns: [t.bulkId, t.place] }),
    index('bulk_outcomes_left')
      .on(t.bulkId, t.place)
      .where(sql`why is not null`),
    check('bulk_outcomes_one', sql`(why is null) = (before is not null) and (before is null) = (after is null)`),
  ],
)

/** What became of each changed claim when the change was undone: put back as it was, or why not. */
export const bulkUndos = sqliteTable(
  'bulk_undos',
  {
    bulkId: integer()
      .notNull()
      .references(() => bulkChanges.id),
    place: integer().notNull(),
    why: text(),
  },
  (t) => [
    primaryKey({ columns: [t.bulkId, t.place] }),
    index('bulk_undos_kept')
      .on(t.bulkId, t.place)
      .where(sql`why is not null`),
  ],
)
