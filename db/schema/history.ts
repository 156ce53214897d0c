import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What an event is about, coarsely: the list is filtered by it. */
export const eventKinds = ['articles', 'claims', 'evidence', 'verdicts', 'people', 'exports', 'sign_ins'] as const
export type EventKind = (typeof eventKinds)[number]

/** `body` is the RFC 8785 form of the event, kept byte for byte; the other columns repeat what is in it, to be found by. */
export const events = sqliteTable(
  'events',
  {
    seq: integer().primaryKey(),
    body: blob({ mode: 'buffer' }).notNull(),
    hash: blob({ mode: 'buffer' }).notNull(),
    at: text().notNull(),
    type: text().notNull(),
    kind: text({ enum: eventKinds }).notNull(),
    actorId: integer(),
    articleId: integer(),
    claimId: integer(),
    sourceId: integer(),
    personId: integer(),
    /** The round of independent verdicts it belongs to: seen by its actor only until the round is closed. */
    roundId: integer(),
  },
  (t) => [
    index('events_actor').on(t.actorId, t.seq),
    index('events_article').on(t.articleId, t.seq),
    index('events_claim').on(t.claimId, t.seq),
    index('events_source').on(t.sourceId, t.seq),
    index('events_person').on(t.personId, t.seq),
    index('events_kind').on(t.kind, t.seq),
    index('events_at').on(t.at, t.seq),
  ],
)
