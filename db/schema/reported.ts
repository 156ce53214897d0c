import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { articles } from './articles.ts'
import { claims } from './claims.ts'
import { people } from './people.ts'

export const errorOutcomes = ['answered', 'dismissed'] as const
export type ErrorOutcome = (typeof errorOutcomes)[number]

/** An error in what is published, as somebody outside reported it. */
export const errorReports = sqliteTable(
  'error_reports',
  {
    id: integer().primaryKey(),
    /** What it is about: a published claim and its article, the report of an article, or, with neither, the site. */
    claimId: integer().references(() => claims.id),
    articleId: integer().references(() => articles.id),
    what: text().notNull(),
    link: text(),
    email: text(),
    /** Base64 of random bytes: the history holds only a hash of these texts, so that they can be erased. */
    salt: text().notNull(),
    createdAt: text().notNull(),
    outcome: text({ enum: errorOutcomes }),
    reason: text(),
    answeredAt: text(),
    answeredById: integer().references(() => people.id),
    /** Since when the texts, the e-mail address and the salt are gone for good. */
    erasedAt: text(),
    erasedById: integer().references(() => people.id),
  },
  (t) => [
    index('error_reports_open')
      .on(t.id)
      .where(sql`outcome is null`),
    index('error_reports_claim').on(t.claimId, t.id),
    check('error_reports_outcome', sql`outcome is null or outcome in ('answered', 'dismissed')`),
    check('error_reports_answer', sql`(outcome is null) = (reason is null)`),
  ],
)
