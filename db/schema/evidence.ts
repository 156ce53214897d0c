import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { claims } from './claims.ts'
import { people } from './people.ts'
import { snapshots } from './snapshots.ts'
import { sources } from './sources.ts'

export const stances = ['supports', 'refutes', 'context'] as const
export type Stance = (typeof stances)[number]

/** Whether a passage stands in the copy of its source. */
const passageMatches = ['exact', 'near', 'missing'] as const
export type PassageMatch = (typeof passageMatches)[number]

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
    /** The copy that the passage was looked up in; null when there was none with a text. */
    snapshotId: integer().references(() => snapshots.id),
    /** UTF-16 code units of the text of that copy; of a missing passage, of the copy it was last found in. */
    passageStart: integer(),
    passageEnd: integer(),
    passageMatch: text({ enum: passageMatches }),
    /** The words of the copy, where they differ from the passage. */
    passageThere: text(),
    passageLastIn: integer().references(() => snapshots.id),
  },
  (t) => [
    index('evidence_claim').on(t.claimId, t.id),
    index('evidence_source').on(t.sourceId, t.id),
    check('evidence_stance', sql`stance in ('supports', 'refutes', 'context')`),
  ],
)
