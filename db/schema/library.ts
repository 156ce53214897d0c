import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { people } from './people.ts'
import { snapshots } from './snapshots.ts'
import { sources } from './sources.ts'

type Fields = Record<string, string | number | boolean | null>

/** What one edit of a source changed: append-only. Those of a confidential source stay hidden when it is one no more. */
export const sourceRevisions = sqliteTable(
  'source_revisions',
  {
    id: integer().primaryKey(),
    sourceId: integer()
      .notNull()
      .references(() => sources.id),
    before: text({ mode: 'json' }).$type<Fields>().notNull(),
    after: text({ mode: 'json' }).$type<Fields>().notNull(),
    confidential: integer({ mode: 'boolean' }).notNull(),
    /** The number of the edit's event in the history. */
    seq: integer().notNull().unique(),
  },
  (t) => [index('source_revisions_source').on(t.sourceId, t.id)],
)

/** One merging of a source into another, with what it takes to undo it. */
export const sourceMergers = sqliteTable(
  'source_mergers',
  {
    id: integer().primaryKey(),
    goneId: integer()
      .notNull()
      .references(() => sources.id),
    keptId: integer()
      .notNull()
      .references(() => sources.id),
    /** Ids of the evidence and of the sources that name it as their origin, as they were moved. */
    evidence: text({ mode: 'json' }).$type<number[]>().notNull(),
    origins: text({ mode: 'json' }).$type<number[]>().notNull(),
    /** The fields of the kept source that changed, as they were, and its version afterwards. */
    before: text({ mode: 'json' }).$type<Fields>().notNull(),
    keptVersion: integer().notNull(),
    mergedAt: text().notNull(),
    mergedById: integer()
      .notNull()
      .references(() => people.id),
    undoneAt: text(),
    undoneById: integer().references(() => people.id),
  },
  (t) => [index('source_mergers_gone').on(t.goneId, t.id), index('source_mergers_kept').on(t.keptId, t.id)],
)

/** What is kept of a snapshot's text to tell whether another one carries it: see server/independence/shingles.ts. */
export const textSketches = sqliteTable('text_sketches', {
  snapshotId: integer()
    .primaryKey()
    .references(() => snapshots.id),
  scale: integer().notNull(),
  /** Unsigned 32-bit numbers, least significant byte first, in ascending order. */
  hashes: blob({ mode: 'buffer' }).notNull(),
})

/** The few smallest of those numbers, to find near-duplicates by. */
export const textMarks = sqliteTable(
  'text_marks',
  {
    mark: integer().notNull(),
    snapshotId: integer()
      .notNull()
      .references(() => snapshots.id),
  },
  (t) => [primaryKey({ columns: [t.mark, t.snapshotId] })],
)
