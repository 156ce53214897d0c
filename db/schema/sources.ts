import { sql } from 'drizzle-orm'
import { type AnySQLiteColumn, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
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
    /** BCP 47 tag. */
    language: text(),
    /** In lower case, without an address before it. */
    doi: text(),
    /** Thirteen digits. */
    isbn: text(),
    kind: text({ enum: sourceKinds }).notNull(),
    primary: integer({ mode: 'boolean' }).notNull().default(false),
    interest: text(),
    confidential: integer({ mode: 'boolean' }).notNull().default(false),
    /** Title, publisher, author, address, DOI and ISBN, folded, to be found by. */
    searched: text().notNull(),
    addedById: integer().references(() => people.id),
    createdAt: text().notNull(),
    version: integer().notNull().default(1),
    /** Where its information comes from, as typed; `originId` when that is another source. */
    origin: text(),
    originId: integer().references((): AnySQLiteColumn => sources.id),
    /** Title and publisher, folded, as they are sorted and compared. */
    titleKey: text().notNull().default(''),
    publisherKey: text(),
    /** On how many claims evidence from it stands; kept by triggers. */
    useCount: integer().notNull().default(0),
    /** The source that this one was found to be the same as. */
    mergedIntoId: integer().references((): AnySQLiteColumn => sources.id),
  },
  (t) => [
    index('sources_url').on(t.urlKey),
    index('sources_doi').on(t.doi),
    index('sources_isbn')
      .on(t.isbn)
      .where(sql`isbn is not null`),
    index('sources_kind').on(t.kind, t.id),
    index('sources_title').on(t.titleKey, t.id),
    index('sources_publisher').on(t.publisherKey, t.titleKey),
    index('sources_used').on(t.useCount, t.id),
    index('sources_added_by').on(t.addedById, t.id),
    index('sources_origin')
      .on(t.originId)
      .where(sql`origin_id is not null`),
    index('sources_merged')
      .on(t.mergedIntoId)
      .where(sql`merged_into_id is not null`),
  ],
)
