import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { claims } from './claims.ts'
import { people } from './people.ts'
import { decisions } from './verdicts.ts'

/** How a round of independent verdicts ended; null while a verdict is missing. */
const roundEnds = ['both_in', 'called_off'] as const
export type RoundEnd = (typeof roundEnds)[number]

/** Why two verdicts on the same claim differed, as the adjudicator sees it. */
export const differences = ['reading', 'evidence', 'boundary', 'mistake'] as const
export type Difference = (typeof differences)[number]

/** Two checkers who each give a verdict on a claim without seeing the other's. Until it is closed, each sees only their own. */
export const rounds = sqliteTable(
  'rounds',
  {
    id: integer().primaryKey(),
    claimId: integer()
      .notNull()
      .references(() => claims.id),
    firstId: integer()
      .notNull()
      .references(() => people.id),
    secondId: integer()
      .notNull()
      .references(() => people.id),
    openedById: integer().references(() => people.id),
    createdAt: text().notNull(),
    closedAt: text(),
    ended: text({ enum: roundEnds }),
  },
  (t) => [
    uniqueIndex('rounds_open')
      .on(t.claimId)
      .where(sql`closed_at is null`),
    index('rounds_claim').on(t.claimId, t.id),
    index('rounds_first').on(t.firstId, t.closedAt),
    index('rounds_second').on(t.secondId, t.closedAt),
    check('rounds_two', sql`first_id <> second_id`),
  ],
)

/** How an adjudicator settled a round whose verdicts differed. */
export const adjudications = sqliteTable(
  'adjudications',
  {
    id: integer().primaryKey(),
    roundId: integer()
      .notNull()
      .unique()
      .references(() => rounds.id),
    decisionId: integer()
      .notNull()
      .references(() => decisions.id),
    adjudicatorId: integer()
      .notNull()
      .references(() => people.id),
    difference: text({ enum: differences }).notNull(),
    note: text().notNull(),
    createdAt: text().notNull(),
  },
  (t) => [index('adjudications_decision').on(t.decisionId)],
)
