import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { claims } from './claims.ts'
import { people } from './people.ts'
import { verdicts } from './verdicts.ts'

/** A check that another publisher made. */
export const outsideChecks = sqliteTable(
  'outside_checks',
  {
    id: integer().primaryKey(),
    publisher: text().notNull(),
    url: text().notNull(),
    title: text().notNull(),
    claim: text().notNull(),
    claimant: text(),
    statedOn: text(),
    checkedOn: text(),
    ratingLabel: text().notNull(),
    /** Where the rating lies between false (1) and true (5), if it is known to. */
    ratingValue: integer(),
    language: text().notNull(),
    importId: integer(),
    addedById: integer().references(() => people.id),
    createdAt: text().notNull(),
    withdrawnAt: text(),
    withdrawnById: integer().references(() => people.id),
  },
  (t) => [
    index('outside_checks_url').on(t.url),
    index('outside_checks_import').on(t.importId),
    check('outside_checks_value', sql`rating_value is null or rating_value between 1 and 5`),
  ],
)

export const relationKinds = ['repeats', 'part_of', 'contradicts', 'duplicate'] as const
export type RelationKind = (typeof relationKinds)[number]

/** What one claim is to another; taken back, never deleted. */
export const claimRelations = sqliteTable(
  'claim_relations',
  {
    id: integer().primaryKey(),
    claimId: integer()
      .notNull()
      .references(() => claims.id),
    kind: text({ enum: relationKinds }).notNull(),
    otherId: integer()
      .notNull()
      .references(() => claims.id),
    addedById: integer()
      .notNull()
      .references(() => people.id),
    createdAt: text().notNull(),
    withdrawnAt: text(),
    withdrawnById: integer().references(() => people.id),
  },
  (t) => [
    uniqueIndex('claim_relations_once')
      .on(t.claimId, t.otherId, t.kind)
      .where(sql`withdrawn_at is null`),
    index('claim_relations_other').on(t.otherId, t.claimId),
    check('claim_relations_others', sql`claim_id <> other_id`),
  ],
)

/** Why a verdict departs from a strong precedent: a decided claim of ours, or a check of another publisher. */
export const departures = sqliteTable(
  'departures',
  {
    verdictId: integer()
      .primaryKey()
      .references(() => verdicts.id),
    claimId: integer().references(() => claims.id),
    outsideId: integer().references(() => outsideChecks.id),
    /** The rating of the precedent at that moment, in words. */
    ratingLabel: text().notNull(),
    reason: text().notNull(),
  },
  () => [check('departures_from_one', sql`(claim_id is null) <> (outside_id is null)`)],
)
