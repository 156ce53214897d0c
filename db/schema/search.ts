import { index, integer, sqliteTable } from 'drizzle-orm/sqlite-core'
import { snapshots } from './snapshots.ts'

/** What stands in the index of the texts of copies: stretches of them, each in one index. Triggers put a row in and take it out. */
export const copyPieces = sqliteTable(
  'copy_pieces',
  {
    /** The id of the snapshot, shifted by 14 bits, and the number of the piece in it, counted from 0. */
    id: integer().primaryKey(),
    snapshotId: integer()
      .notNull()
      .references(() => snapshots.id),
    /** Where it is in the text: UTF-16 code units. */
    start: integer().notNull(),
    end: integer().notNull(),
    /** Where it is in the UTF-8 bytes of the text. */
    firstByte: integer().notNull(),
    bytes: integer().notNull(),
    /** Whether anything in it is in a script without spaces, so that the index of names has it too. */
    unspaced: integer({ mode: 'boolean' }).notNull(),
    /** Whether it stands in the index of what is confidential. */
    closed: integer({ mode: 'boolean' }).notNull(),
  },
  (t) => [index('copy_pieces_snapshot').on(t.snapshotId)],
)

/** Copies whose pieces are not, or not all, where they belong. Triggers write them down; the job that indexes takes them off. */
export const copiesToIndex = sqliteTable('copies_to_index', {
  snapshotId: integer()
    .primaryKey()
    .references(() => snapshots.id),
})
