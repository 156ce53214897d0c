import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { claims } from './claims.ts'
import { people } from './people.ts'
import { ratings } from './ratings.ts'
import { decisions } from './verdicts.ts'

export const correctionKinds = ['correction', 'update', 'clarification', 'withdrawal'] as const
export type CorrectionKind = (typeof correctionKinds)[number]

/** A change of a published decision that somebody asks for; it takes effect when a second person approves it. */
export const proposals = sqliteTable(
  'proposals',
  {
    id: integer().primaryKey(),
    claimId: integer()
      .notNull()
      .references(() => claims.id),
    decisionId: integer()
      .notNull()
      .references(() => decisions.id),
    kind: text({ enum: correctionKinds }).notNull(),
    note: text().notNull(),
    /** What shall be found from then on; none in a withdrawal. */
    ratingId: integer().references(() => ratings.id),
    rationale: text(),
    explanation: text(),
    authorId: integer()
      .notNull()
      .references(() => people.id),
    createdAt: text().notNull(),
    answeredAt: text(),
    answeredById: integer().references(() => people.id),
    outcome: text({ enum: ['approved', 'returned'] }),
    reason: text(),
  },
  (t) => [
    uniqueIndex('proposals_open')
      .on(t.claimId)
      .where(sql`answered_at is null`),
    index('proposals_claim').on(t.claimId, t.id),
  ],
)

/** A change of a published decision, with the note that readers see. */
export const corrections = sqliteTable(
  'corrections',
  {
    id: integer().primaryKey(),
    claimId: integer()
      .notNull()
      .references(() => claims.id),
    number: integer().notNull(),
    kind: text({ enum: correctionKinds }).notNull(),
    note: text().notNull(),
    beforeId: integer()
      .notNull()
      .references(() => decisions.id),
    /** The decision from then on; none after a withdrawal. */
    afterId: integer().references(() => decisions.id),
    authorId: integer()
      .notNull()
      .references(() => people.id),
    approverId: integer().references(() => people.id),
    createdAt: text().notNull(),
  },
  (t) => [
    uniqueIndex('corrections_number').on(t.claimId, t.number),
    check('corrections_withdrawal', sql`(kind = 'withdrawal') = (after_id is null)`),
  ],
)

/** A claim that rests on the decision about another one. */
export const citations = sqliteTable(
  'citations',
  {
    claimId: integer()
      .notNull()
      .references(() => claims.id),
    citedId: integer()
      .notNull()
      .references(() => claims.id),
    addedById: integer()
      .notNull()
      .references(() => people.id),
    createdAt: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.claimId, t.citedId] }),
    index('citations_cited').on(t.citedId, t.claimId),
    check('citations_other', sql`claim_id <> cited_id`),
  ],
)

/** A claim to look at again, because what it shares with a corrected one may have changed. */
export const flags = sqliteTable(
  'flags',
  {
    id: integer().primaryKey(),
    claimId: integer()
      .notNull()
      .references(() => claims.id),
    correctionId: integer()
      .notNull()
      .references(() => corrections.id),
    why: text({ enum: ['same_source', 'cites'] }).notNull(),
    createdAt: text().notNull(),
    clearedAt: text(),
    clearedById: integer().references(() => people.id),
    clearedNote: text(),
  },
  (t) => [
    uniqueIndex('flags_once').on(t.claimId, t.correctionId),
    index('flags_open')
      .on(t.claimId)
      .where(sql`cleared_at is null`),
  ],
)
