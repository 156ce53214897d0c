import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { people } from './people.ts'

/** What a program that has the token may do, at most. */
export const scopes = ['read', 'articles:write', 'claims:write', 'evidence:write'] as const
export type Scope = (typeof scopes)[number]

/** What lets a program act in somebody's name. The token itself is stored nowhere. */
export const apiTokens = sqliteTable(
  'api_tokens',
  {
    id: integer().primaryKey(),
    personId: integer()
      .notNull()
      .references(() => people.id),
    name: text().notNull(),
    scopes: text({ mode: 'json' }).$type<Scope[]>().notNull(),
    /** SHA-256 of the token. */
    tokenHash: text().notNull(),
    createdAt: text().notNull(),
    expiresAt: text().notNull(),
    lastUsedAt: text(),
    endedAt: text(),
  },
  (t) => [uniqueIndex('api_tokens_hash').on(t.tokenHash), index('api_tokens_person').on(t.personId, t.endedAt)],
)

/** What writes through the API make or change. */
const apiNouns = ['article', 'claim', 'evidence'] as const
export type ApiNoun = (typeof apiNouns)[number]

/** What a write was answered, so that the same request sent again does nothing twice. */
export const apiReceipts = sqliteTable(
  'api_receipts',
  {
    personId: integer()
      .notNull()
      .references(() => people.id),
    key: text().notNull(),
    /** SHA-256 of method, address and body. */
    requestHash: text().notNull(),
    status: integer().notNull(),
    /** What was made or changed. It is read again for an answer that is given twice, since it may be confidential by now. */
    noun: text({ enum: apiNouns }).notNull(),
    rowId: integer().notNull(),
    createdAt: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.key] }), index('api_receipts_age').on(t.createdAt)],
)
