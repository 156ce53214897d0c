import { sql } from 'drizzle-orm'
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Whether the newsroom's decisions about proposals rank the next ones: a single row, once anybody has said so. */
export const learning = sqliteTable(
  'learning',
  {
    id: integer().primaryKey(),
    isOn: integer({ mode: 'boolean' }).notNull(),
    switchedAt: text(),
    /** Decisions with greater ids count. */
    resetAfter: integer().notNull().default(0),
    resetAt: text(),
  },
  () => [check('learning_one', sql`id = 1`)],
)
