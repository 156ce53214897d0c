import { sql } from 'drizzle-orm'
import { blob, check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Block } from './articles.ts'
import { sources } from './sources.ts'
import { people } from './people.ts'

const snapshotOrigins = ['fetch', 'upload', 'paste'] as const
export type SnapshotOrigin = (typeof snapshotOrigins)[number]

/** Where a page of a document is in its text: UTF-16 code units. */
export type PageSpan = { start: number; end: number }

/** What a site answered when a copy was fetched, its cookies left out: headers by names in small letters; `at` is ISO 8601, UTC. */
export type SnapshotAnswer = { at: string; status: number; headers: [string, string][] }

/** Each sequence of bytes that is kept, once, whoever kept it and however often. */
export const blobs = sqliteTable('blobs', {
  /** SHA-256 of the bytes, in hexadecimal. */
  sha256: text().primaryKey(),
  size: integer().notNull(),
})

/** The bytes of a blob in pieces of the same size (the last one may be smaller), so that none is read whole to send a part. */
export const blobPieces = sqliteTable(
  'blob_pieces',
  {
    sha256: text()
      .notNull()
      .references(() => blobs.sha256),
    number: integer().notNull(),
    bytes: blob({ mode: 'buffer' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.sha256, t.number] })],
)

/** A frozen copy of a source. */
export const snapshots = sqliteTable(
  'snapshots',
  {
    id: integer().primaryKey(),
    sourceId: integer()
      .notNull()
      .references(() => sources.id),
    sha256: text()
      .notNull()
      .references(() => blobs.sha256),
    /** What the bytes are, by their content. */
    mediaType: text().notNull(),
    /** How the bytes of a text are read as letters; null for what is none. */
    charset: text(),
    size: integer().notNull(),
    origin: text({ enum: snapshotOrigins }).notNull(),
    /** The address that was asked for, and the one that answered in the end. */
    address: text(),
    finalAddress: text(),
    fileName: text(),
    /** What its sender called it; it decides nothing. */
    declaredType: text(),
    /** Null for what was not fetched, and for what was before answers were kept. */
    answer: text({ mode: 'json' }).$type<SnapshotAnswer>(),
    capturedAt: text().notNull(),
    capturedById: integer().references(() => people.id),
  },
  (t) => [
    index('snapshots_source').on(t.sourceId, t.id),
    index('snapshots_sha256').on(t.sha256),
    check('snapshots_origin', sql`origin in ('fetch', 'upload', 'paste')`),
  ],
)

/** The text that was read out of a snapshot when it was taken. */
export const snapshotTexts = sqliteTable('snapshot_texts', {
  snapshotId: integer()
    .primaryKey()
    .references(() => snapshots.id),
  text: text().notNull(),
  blocks: text({ mode: 'json' }).$type<Block[]>().notNull(),
  /** Null for what has no pages. */
  pages: text({ mode: 'json' }).$type<PageSpan[]>(),
  /** Why there is no text, or not all of it: a sentence for people. */
  problem: text(),
  /** SHA-256 of the UTF-8 bytes of the text. */
  sha256: text().notNull(),
})
