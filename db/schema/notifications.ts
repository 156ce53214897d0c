import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { claims } from './claims.ts'
import { events } from './history.ts'
import { people } from './people.ts'

const notificationReasons = [
  'mention',
  'answer',
  'discussed',
  'assigned',
  'approved',
  'returned',
  'to_settle',
  'settled',
  'flagged',
  'correction',
  'lost',
  'source_flagged',
  'webhook_paused',
] as const
export type NotificationReason = (typeof notificationReasons)[number]

/** An event that somebody should hear of, and why they. What it says is the event's own sentence. */
export const notifications = sqliteTable(
  'notifications',
  {
    id: integer().primaryKey(),
    personId: integer()
      .notNull()
      .references(() => people.id),
    reason: text({ enum: notificationReasons }).notNull(),
    seq: integer()
      .notNull()
      .references(() => events.seq),
    /** Null for what is about no claim. */
    claimId: integer().references(() => claims.id),
    createdAt: text().notNull(),
    readAt: text(),
  },
  (t) => [
    uniqueIndex('notifications_once').on(t.personId, t.seq),
    index('notifications_unread')
      .on(t.personId, t.id)
      .where(sql`read_at is null`),
    index('notifications_claim').on(t.personId, t.claimId),
  ],
)
