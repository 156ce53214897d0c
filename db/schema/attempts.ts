import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { claims } from './claims.ts'
import { people } from './people.ts'

/** Why somebody outside was written to: for their side of a claim, or to have them correct what they published. */
export const attemptPurposes = ['reply', 'correction'] as const
export type AttemptPurpose = (typeof attemptPurposes)[number]

export const attemptWays = ['email', 'phone', 'message', 'letter', 'form', 'in_person', 'other'] as const
export type AttemptWay = (typeof attemptWays)[number]

export const attemptOutcomes = ['waiting', 'answered', 'declined', 'no_answer', 'corrected'] as const
export type AttemptOutcome = (typeof attemptOutcomes)[number]

/** One attempt to reach somebody about a claim, and what came of it. */
export const attempts = sqliteTable(
  'attempts',
  {
    id: integer().primaryKey(),
    claimId: integer()
      .notNull()
      .references(() => claims.id),
    purpose: text({ enum: attemptPurposes }).notNull(),
    whom: text().notNull(),
    way: text({ enum: attemptWays }).notNull(),
    asked: text(),
    askedOn: text().notNull(),
    deadlineOn: text(),
    outcome: text({ enum: attemptOutcomes }).notNull().default('waiting'),
    answer: text(),
    answeredOn: text(),
    /** Whether it may be shown in what is published. */
    public: integer({ mode: 'boolean' }).notNull().default(false),
    /** Base64 of random bytes: the history holds only a hash of these texts, so that they can be erased. */
    salt: text().notNull(),
    addedById: integer()
      .notNull()
      .references(() => people.id),
    createdAt: text().notNull(),
    version: integer().notNull().default(1),
    withdrawnAt: text(),
    withdrawnReason: text(),
    /** Since when whom, what was asked, the answer, the reason and the salt are gone for good. */
    erasedAt: text(),
    erasedById: integer().references(() => people.id),
  },
  (t) => [index('attempts_claim').on(t.claimId, t.id), index('attempts_deadline').on(t.outcome, t.deadlineOn)],
)
