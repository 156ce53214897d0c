import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { people } from './people.ts'

/** Lists of claims that somebody comes back to. A list is what stands in its address; see server/claims/filter.ts. */
export const savedLists = sqliteTable(
  'saved_lists',
  {
    id: integer().primaryKey(),
    ownerId: integer()
      .notNull()
      .references(() => people.id),
    name: text().notNull(),
    nameKey: text().notNull(),
    query: text().notNull(),
    /** Seen by everybody, and every change of it stands in the history. */
    shared: integer({ mode: 'boolean' }).notNull().default(false),
    removedAt: text(),
    createdAt: text().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    index('saved_lists_mine').on(t.ownerId, t.nameKey),
    index('saved_lists_shared')
      .on(t.nameKey, t.id)
      .where(sql`shared and removed_at is null`),
  ],
)

/** The columns that a person wants to see in lists of claims. */
export const listColumns = sqliteTable('list_columns', {
  personId: integer()
    .primaryKey()
    .references(() => people.id),
  columns: text().notNull(),
})
