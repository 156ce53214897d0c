import { sql } from 'drizzle-orm'
import { check, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { people } from './people.ts'

export const sitePageKeys = ['method', 'corrections', 'about', 'contact'] as const
export type SitePageKey = (typeof sitePageKeys)[number]

/** What the newsroom tells readers of itself, page by page, each version as it was written. */
export const sitePages = sqliteTable(
  'site_pages',
  {
    id: integer().primaryKey(),
    page: text({ enum: sitePageKeys }).notNull(),
    number: integer().notNull(),
    /** Markdown; empty: the page was taken off the site. */
    text: text().notNull(),
    createdAt: text().notNull(),
    createdById: integer()
      .notNull()
      .references(() => people.id),
  },
  (t) => [
    uniqueIndex('site_pages_number').on(t.page, t.number),
    check('site_pages_page', sql`page in ('method', 'corrections', 'about', 'contact')`),
  ],
)
