import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

const checkpointReasons = ['published', 'hourly', 'asked', 'new_key'] as const
export type CheckpointReason = (typeof checkpointReasons)[number]

/** A signed statement of how long the history was and what its Merkle root was. `note` is the signed text, byte for byte. */
export const checkpoints = sqliteTable('checkpoints', {
  id: integer().primaryKey(),
  size: integer().notNull().unique(),
  root: blob({ mode: 'buffer' }).notNull(),
  note: text().notNull(),
  /** The roots of the full subtrees that make up the tree, largest first, 32 bytes each: where the next one goes on. */
  frontier: blob({ mode: 'buffer' }).notNull(),
  reason: text({ enum: checkpointReasons }).notNull(),
  createdAt: text().notNull(),
})
