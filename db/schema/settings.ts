import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Who decides when a verdict is given: `alone` whenever there is one active checker, `always` the checker, `second` always a second person. */
export const decidings = ['alone', 'always', 'second'] as const
export type Deciding = (typeof decidings)[number]

/** The newsroom's own settings: a single row. */
export const settings = sqliteTable('settings', {
  id: integer().primaryKey(),
  newsroom: text().notNull(),
  deciding: text({ enum: decidings }).notNull(),
  /** The rating scale of articles that name none of their own. */
  scale: text().notNull().default('five-step'),
  /** How much of copies of sources is kept at most, in megabytes (of 1,000,000 bytes). */
  snapshotQuota: integer().notNull().default(10_000),
  /** How many bytes of them are kept. Triggers count. */
  snapshotBytes: integer().notNull().default(0),
  /** Whether public pages name who checked and who reviewed. */
  showNames: integer({ mode: 'boolean' }).notNull().default(false),
  /** How this newsroom checks, in Markdown: stands on public pages. */
  method: text(),
  /** Whether visitors who are not signed in find the published checks at the front. */
  publicSite: integer({ mode: 'boolean' }).notNull().default(false),
  version: integer().notNull().default(1),
})
