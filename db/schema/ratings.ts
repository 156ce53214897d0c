import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** A rating's look: a colour token and a shape of the icon sprite, so that colour never stands alone. */
const tones = ['true', 'mostly-true', 'half', 'mostly-false', 'false', 'off-axis'] as const
export type Tone = (typeof tones)[number]

/** A rating scale; `key` names it in exports and never changes. */
export const scales = sqliteTable('scales', {
  key: text().primaryKey(),
  name: text().notNull(),
  createdAt: text().notNull(),
  retiredAt: text(),
  version: integer().notNull().default(1),
})

export const ratings = sqliteTable(
  'ratings',
  {
    id: integer().primaryKey(),
    scale: text().notNull(),
    key: text().notNull(),
    label: text().notNull(),
    definition: text().notNull(),
    value: integer(),
    tone: text({ enum: tones }).notNull(),
    shape: text().notNull(),
    position: integer().notNull(),
    retiredAt: text(),
  },
  (t) => [uniqueIndex('ratings_key').on(t.scale, t.key)],
)
