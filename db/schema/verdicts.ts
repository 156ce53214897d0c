import { sql } from 'drizzle-orm'
import { type AnySQLiteColumn, check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { claims } from './claims.ts'
import { people } from './people.ts'

export const bases = ['single', 'agreed', 'adjudicated'] as const
export type Basis = (typeof bases)[number]

/** A rating's look: a colour token and a shape of the icon sprite, so that colour never stands alone. */
export const tones = ['true', 'mostly-true', 'half', 'mostly-false', 'false', 'off-axis'] as const
export type Tone = (typeof tones)[number]

export const ratings = sqliteTable(
  'ratings',
  {
    id: integer().primaryKey(),
    scale: text().notNull(),
    key: text().notNull(),
    label: text().notNull(),
    definition: text().notNull(),
    value: integer(),
    tone: text({ enum: tones }).notNull(),
    shape: text().notNull(),
    position: integer().notNull(),
    retiredAt: text(),
  },
  (t) => [uniqueIndex('ratings_key').on(t.scale, t.key)],
)

export const verdicts = sqliteTable(
  'verdicts',
  {
    id: integer().primaryKey(),
    claimId: integer()
      .notNull()
      .references((): AnySQLiteColumn => claims.id),
    number: integer().notNull(),
    ratingId: integer()
      .notNull()
      .references(() => ratings.id),
    rationale: text().notNull(),
    explanation: text(),
    authorId: integer()
      .notNull()
      .references(() => people.id),
    createdAt: text().notNull(),
  },
  (t) => [uniqueIndex('verdicts_number').on(t.claimId, t.number), index('verdicts_author').on(t.authorId, t.id)],
)

export const reviews = sqliteTable(
  'reviews',
  {
    id: integer().primaryKey(),
    verdictId: integer()
      .notNull()
      .unique()
      .references(() => verdicts.id),
    /** Who gave the verdict, repeated here so that what was returned to somebody is found at once. */
    authorId: integer()
      .notNull()
      .references(() => people.id),
    reviewerId: integer()
      .notNull()
      .references(() => people.id),
    outcome: text({ enum: ['approved', 'returned'] }).notNull(),
    reason: text(),
    createdAt: text().notNull(),
  },
  (t) => [
    index('reviews_returned')
      .on(t.authorId, t.id)
      .where(sql`outcome = 'returned'`),
    check('reviews_outcome', sql`outcome in ('approved', 'returned')`),
    check('reviews_not_own', sql`reviewer_id <> author_id`),
  ],
)

export const decisions = sqliteTable(
  'decisions',
  {
    id: integer().primaryKey(),
    claimId: integer()
      .notNull()
      .references((): AnySQLiteColumn => claims.id),
    number: integer().notNull(),
    verdictId: integer()
      .notNull()
      .references(() => verdicts.id),
    ratingId: integer()
      .notNull()
      .references(() => ratings.id),
    rationale: text().notNull(),
    basis: text({ enum: bases }).notNull(),
    checkerId: integer()
      .notNull()
      .references(() => people.id),
    reviewerId: integer().references(() => people.id),
    createdAt: text().notNull(),
  },
  (t) => [
    uniqueIndex('decisions_number').on(t.claimId, t.number),
    check('decisions_basis', sql`basis in ('single', 'agreed', 'adjudicated')`),
  ],
)
