import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { claims } from './claims.ts'
import { evidence } from './evidence.ts'
import { people } from './people.ts'
import { ratings } from './ratings.ts'

export const bases = ['single', 'agreed', 'adjudicated'] as const
export type Basis = (typeof bases)[number]

export const verdicts = sqliteTable(
  'verdicts',
  {
    id: integer().primaryKey(),
    claimId: integer()
      .notNull()
      .references(() => claims.id),
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
    /** The round of independent verdicts it was given in: sealed until the round is closed. */
    roundId: integer(),
    /** Why it was given although the newsroom's policy warned. */
    overrideReason: text(),
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
      .references(() => claims.id),
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
    overrideReason: text(),
  },
  (t) => [
    uniqueIndex('decisions_number').on(t.claimId, t.number),
    check('decisions_basis', sql`basis in ('single', 'agreed', 'adjudicated')`),
  ],
)

/** The pieces of evidence that a verdict rests on, by its author. */
export const verdictEvidence = sqliteTable(
  'verdict_evidence',
  {
    verdictId: integer()
      .notNull()
      .references(() => verdicts.id),
    evidenceId: integer()
      .notNull()
      .references(() => evidence.id),
  },
  (t) => [primaryKey({ columns: [t.verdictId, t.evidenceId] })],
)
