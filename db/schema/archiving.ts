import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { sources } from './sources.ts'
import { people } from './people.ts'

const archiveStates = ['asked', 'waiting', 'kept', 'refused'] as const
/** Not sent yet; sent and being done there; done; or it came to nothing, with the reason. */
export type ArchiveState = (typeof archiveStates)[number]

/** Each time the Internet Archive was asked to keep the page of a source. */
export const archiveRequests = sqliteTable(
  'archive_requests',
  {
    id: integer().primaryKey(),
    sourceId: integer()
      .notNull()
      .references(() => sources.id),
    /** The address as it was when somebody asked. */
    address: text().notNull(),
    askedById: integer()
      .notNull()
      .references(() => people.id),
    askedAt: text().notNull(),
    state: text({ enum: archiveStates }).notNull(),
    /** What the archive calls it while it is being done. */
    remoteId: text(),
    archivedUrl: text(),
    /** Why it waits or came to nothing: a sentence for people. */
    problem: text(),
    changedAt: text().notNull(),
  },
  (t) => [
    index('archive_requests_source').on(t.sourceId, t.id),
    uniqueIndex('archive_requests_open')
      .on(t.sourceId)
      .where(sql`state in ('asked', 'waiting')`),
    check('archive_requests_kept', sql`(state = 'kept') = (archived_url is not null)`),
  ],
)
