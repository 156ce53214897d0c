import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { claims } from './claims.ts'
import { evidence } from './evidence.ts'
import { people } from './people.ts'
import { verdicts } from './verdicts.ts'

/** A discussion of a claim, or of one piece of its evidence, or of one verdict on it. */
export const threads = sqliteTable(
  'threads',
  {
    id: integer().primaryKey(),
    claimId: integer()
      .notNull()
      .references(() => claims.id),
    evidenceId: integer().references(() => evidence.id),
    verdictId: integer().references(() => verdicts.id),
    openedById: integer()
      .notNull()
      .references(() => people.id),
    createdAt: text().notNull(),
    resolvedAt: text(),
    resolvedById: integer().references(() => people.id),
  },
  (t) => [index('threads_claim').on(t.claimId, t.id)],
)

export const comments = sqliteTable(
  'comments',
  {
    id: integer().primaryKey(),
    threadId: integer()
      .notNull()
      .references(() => threads.id),
    authorId: integer()
      .notNull()
      .references(() => people.id),
    /** Markdown; empty once it is erased. */
    body: text().notNull(),
    /** Base64 of random bytes: the history holds only a hash of salt and body, so that a comment can be erased. */
    salt: text().notNull(),
    createdAt: text().notNull(),
    erasedAt: text(),
    erasedById: integer().references(() => people.id),
  },
  (t) => [index('comments_thread').on(t.threadId, t.id)],
)

export const mentions = sqliteTable(
  'mentions',
  {
    commentId: integer()
      .notNull()
      .references(() => comments.id),
    personId: integer()
      .notNull()
      .references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.commentId, t.personId] })],
)
