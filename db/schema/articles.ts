import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { people } from './people.ts'
import { scales } from './ratings.ts'

export const articleKinds = ['article', 'speech', 'transcript', 'post'] as const
export type ArticleKind = (typeof articleKinds)[number]

export const triages = ['untouched', 'claim', 'not_a_claim'] as const
export type Triage = (typeof triages)[number]

/** What a piece of the text was in its document. Offsets are UTF-16 code units of the text. */
export type Block = { kind: 'paragraph' | 'heading' | 'quotation' | 'item'; start: number; end: number }

export const articles = sqliteTable(
  'articles',
  {
    id: integer().primaryKey(),
    title: text().notNull(),
    outlet: text(),
    byline: text(),
    url: text(),
    urlKey: text(),
    /** Title and outlet as they are searched: without case and accents. */
    searched: text().notNull().default(''),
    publishedOn: text(),
    language: text().notNull(),
    kind: text({ enum: articleKinds }).notNull(),
    addedById: integer().references(() => people.id),
    createdAt: text().notNull(),
    version: integer().notNull().default(1),
    /** Whether two checkers judge each of its claims independently. */
    independent: integer({ mode: 'boolean' }).notNull().default(false),
    /** The rating scale of its claims; null: the newsroom's. */
    scale: text().references(() => scales.key),
    claimCount: integer().notNull().default(0),
    decidedCount: integer().notNull().default(0),
    sentenceCount: integer().notNull().default(0),
    lookedAtCount: integer().notNull().default(0),
    signedOffAt: text(),
    signedOffById: integer().references(() => people.id),
    /** Why it was signed off although sentences were not looked at. */
    signOffWaiver: text(),
  },
  (t) => [index('articles_url').on(t.urlKey)],
)

export const versions = sqliteTable(
  'versions',
  {
    id: integer().primaryKey(),
    articleId: integer()
      .notNull()
      .references(() => articles.id),
    number: integer().notNull(),
    text: text().notNull(),
    blocks: text({ mode: 'json' }).$type<Block[]>().notNull(),
    sha256: text().notNull(),
    addedById: integer().references(() => people.id),
    createdAt: text().notNull(),
  },
  (t) => [uniqueIndex('versions_number').on(t.articleId, t.number), index('versions_sha256').on(t.sha256)],
)

export const sentences = sqliteTable(
  'sentences',
  {
    id: integer().primaryKey(),
    versionId: integer()
      .notNull()
      .references(() => versions.id),
    number: integer().notNull(),
    start: integer().notNull(),
    end: integer().notNull(),
    triage: text({ enum: triages }).notNull().default('untouched'),
    reason: text(),
  },
  (t) => [
    uniqueIndex('sentences_number').on(t.versionId, t.number),
    check('sentences_triage', sql`triage in ('untouched', 'claim', 'not_a_claim')`),
  ],
)
