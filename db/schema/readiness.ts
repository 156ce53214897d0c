import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { claims } from './claims.ts'
import { people } from './people.ts'

/** What a newsroom may ask of a claim before a verdict on it. */
export const policyRules = ['evidence', 'weight', 'both_sides', 'claimant_asked', 'passages'] as const
export type PolicyRule = (typeof policyRules)[number]

export const policyLevels = ['off', 'warning', 'bar'] as const
export type PolicyLevel = (typeof policyLevels)[number]

export const policies = sqliteTable('policies', {
  rule: text({ enum: policyRules }).primaryKey(),
  level: text({ enum: policyLevels }).notNull(),
})

export const sides = ['supports', 'refutes'] as const
export type Side = (typeof sides)[number]

/** Somebody looked for evidence on one side of a claim and found none. */
export const searches = sqliteTable(
  'searches',
  {
    id: integer().primaryKey(),
    claimId: integer()
      .notNull()
      .references(() => claims.id),
    side: text({ enum: sides }).notNull(),
    note: text().notNull(),
    personId: integer()
      .notNull()
      .references(() => people.id),
    createdAt: text().notNull(),
    withdrawnAt: text(),
  },
  (t) => [index('searches_claim').on(t.claimId, t.id), check('searches_side', sql`side in ('supports', 'refutes')`)],
)
