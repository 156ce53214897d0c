import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { people } from './people.ts'
import { editions } from './reports.ts'

/** What other programs are told of. */
export const webhookEvents = ['published', 'corrected'] as const
export type WebhookEvent = (typeof webhookEvents)[number]

/** Why nothing is sent: nothing was taken for days, or the address says that it is gone. */
const pauseReasons = ['failing', 'gone'] as const
export type PauseReason = (typeof pauseReasons)[number]

/** Addresses that are told when something public changes. */
export const webhooks = sqliteTable('webhooks', {
  id: integer().primaryKey(),
  address: text().notNull(),
  events: text({ mode: 'json' }).$type<WebhookEvent[]>().notNull(),
  /** What messages are signed with: so it is needed as it is, and not as a hash. */
  secret: text().notNull(),
  addedById: integer()
    .notNull()
    .references(() => people.id),
  createdAt: text().notNull(),
  endedAt: text(),
  /** Since when it has taken nothing that was sent; null while it takes what it is sent. */
  failingSince: text(),
  pausedAt: text(),
  pausedWhy: text({ enum: pauseReasons }),
})

const deliveryStates = ['waiting', 'delivered', 'failed', 'dropped'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** A message to such an address. It is written when it is sent, from what is public by then. */
export const webhookDeliveries = sqliteTable(
  'webhook_deliveries',
  {
    id: integer().primaryKey(),
    webhookId: integer()
      .notNull()
      .references(() => webhooks.id),
    /** Null for a test. */
    event: text({ enum: webhookEvents }),
    editionId: integer().references(() => editions.id),
    state: text({ enum: deliveryStates }).notNull().default('waiting'),
    attempts: integer().notNull().default(0),
    /** What the address answered last, and what went wrong, for people. */
    status: integer(),
    problem: text(),
    createdAt: text().notNull(),
    triedAt: text(),
  },
  (t) => [
    index('webhook_deliveries_webhook').on(t.webhookId, t.id),
    check('webhook_deliveries_state', sql`state in ('waiting', 'delivered', 'failed', 'dropped')`),
    check('webhook_deliveries_test', sql`(event is null) = (edition_id is null)`),
  ],
)
