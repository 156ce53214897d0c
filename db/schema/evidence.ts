import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { claims } from './claims.ts'
import { people } from './people.ts'

export const sourceKinds = [
  'document',
  'dataset',
  'record',
  'report',
  'study',
  'news',
  'statement',
  'interview',
  'post',
  'image',
  'other',
] as const
export type SourceKind = (typeof sourceKinds)[number]

export const stances = ['supports', 'refutes', 'context'] as const
export type Stance = (typeof stances)[number]

export const sources = sqliteTable(
  'sources',
  {
    id: integer().primaryKey(),
    url: text(),
    urlKey: text(),
    archivedUrl: text(),
    title: text().notNull(),
    publisher: text(),
    author: text(),
    publishedOn: text(),
    kind: text({ enum: sourceKinds }).notNull(),
    primary: integer({ mode: 'boolean' }).notNull().default(false),
    interest: text(),
    confidential: integer({ mode: 'boolean' }).notNull().default(false),
    /** Title, publisher, author and address, folded, to be found by. */
    searched: text().notNull(),
    addedById: integer().references(() => people.id),
    createdAt: text().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [index('sources_url').on(t.urlKey), index('sources_kind').on(t.kind, t.id)],
)

export const evidence = sqliteTable(
  'evidence',
  {
    id: integer().primaryKey(),
    claimId: integer()
      .notNull()
      .references(() => claims.id),
    sourceId: integer()
      .notNull()
      .references(() => sources.id),
    stance: text({ enum: stances }).notNull(),
    passage: text(),
    locator: text(),
    note: text(),
    addedById: integer().references(() => people.id),
    createdAt: text().notNull(),
    version: integer().notNull().default(1),
    withdrawnAt: text(),
    withdrawnById: integer().references(() => people.id),
    withdrawnReason: text(),
  },
  (t) => [
    index('evidence_claim').on(t.claimId, t.id),
    index('evidence_source').on(t.sourceId, t.id),
    check('evidence_stance', sql`stance in ('supports', 'refutes', 'context')`),
  ],
)
