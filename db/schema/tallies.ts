import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** How many claims are alike in all of these; 0 is nobody and no rating. Kept by triggers. */
export const claimTallies = sqliteTable(
  'claim_tallies',
  {
    state: text().notNull(),
    kind: text().notNull(),
    priority: integer().notNull(),
    ratingId: integer().notNull(),
    assigneeId: integer().notNull(),
    n: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.state, t.kind, t.priority, t.ratingId, t.assigneeId] })],
)

/**
 * How many claims an article, a claimant or a tag has. `state` is a state, `all`, or `listed` for all but the ones set aside, so
 * that the most frequent are at one end of an index. Kept by triggers.
 */
export const claimValueTallies = sqliteTable(
  'claim_value_tallies',
  {
    facet: text({ enum: ['article', 'claimant', 'tag'] }).notNull(),
    value: integer().notNull(),
    state: text().notNull(),
    n: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.facet, t.value, t.state] }),
    index('claim_value_tallies_most').on(t.facet, t.state, t.n, t.value),
  ],
)
