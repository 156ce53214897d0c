import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { claims } from './claims.ts'
import { sources } from './sources.ts'
import { people } from './people.ts'
import { snapshots } from './snapshots.ts'

/** Whether cited addresses are looked at again at all, and how often: a single row, once anybody has said so. */
export const watching = sqliteTable(
  'watching',
  {
    id: integer().primaryKey(),
    isOn: integer({ mode: 'boolean' }).notNull(),
    everyHours: integer().notNull(),
    switchedAt: text().notNull(),
  },
  () => [check('watching_one', sql`id = 1`)],
)

/** The sources that somebody has chosen to watch, or chose once. */
export const sourceWatches = sqliteTable(
  'source_watches',
  {
    sourceId: integer()
      .primaryKey()
      .references(() => sources.id),
    isOn: integer({ mode: 'boolean' }).notNull(),
    /** Who switched it last; null for the program. */
    changedById: integer().references(() => people.id),
    changedAt: text().notNull(),
    /** When it is looked at next, at the earliest. */
    nextAt: text().notNull(),
  },
  (t) => [index('source_watches_due').on(t.isOn, t.nextAt)],
)

const robotsStates = ['rules', 'none', 'unknown'] as const
/** What a site says to programs: rules, nothing, or it could not be asked, which means: keep away. */
export type RobotsState = (typeof robotsStates)[number]

/** The sites that are asked: what they allow, and when they are left in peace until. */
export const watchedHosts = sqliteTable('watched_hosts', {
  /** Scheme, name and port. */
  origin: text().primaryKey(),
  /** When the next look may begin: those that are asked for take one place each. */
  freeAt: text().notNull(),
  /** Until when it is left in peace after the last look. */
  quietUntil: text(),
  robots: text({ enum: robotsStates }),
  robotsText: text(),
  robotsProblem: text(),
  robotsAt: text(),
})

const lookOutcomes = [
  'first',
  'unchanged',
  'changed_elsewhere',
  'changed_passage',
  'moved',
  'gone',
  'unreached',
  'unreadable',
  'robots',
] as const
export type LookOutcome = (typeof lookOutcomes)[number]

/** A place of the ledger whose passage is not in the page as it was. */
export type LostPassage = { evidence: number; claim: number }

/** What was found each time a watched address was looked at. */
export const sourceLooks = sqliteTable(
  'source_looks',
  {
    id: integer().primaryKey(),
    sourceId: integer()
      .notNull()
      .references(() => sources.id),
    at: text().notNull(),
    outcome: text({ enum: lookOutcomes }).notNull(),
    /** What the site or the way to it said, where that is more than a page. */
    message: text(),
    address: text().notNull(),
    finalAddress: text(),
    /** SHA-256 of the text that was read. */
    textSha256: text(),
    lost: text({ mode: 'json' }).$type<LostPassage[]>().notNull(),
    /** The copy that it was compared with, and the one that was kept of it. */
    comparedId: integer().references(() => snapshots.id),
    keptId: integer().references(() => snapshots.id),
  },
  (t) => [index('source_looks_source').on(t.sourceId, t.id)],
)

const sourceFlagReasons = ['changed', 'gone', 'moved'] as const
export type SourceFlagReason = (typeof sourceFlagReasons)[number]

/** A watched source that somebody should look at again, until somebody has. */
export const sourceFlags = sqliteTable(
  'source_flags',
  {
    id: integer().primaryKey(),
    sourceId: integer()
      .notNull()
      .references(() => sources.id),
    lookId: integer()
      .notNull()
      .references(() => sourceLooks.id),
    why: text({ enum: sourceFlagReasons }).notNull(),
    createdAt: text().notNull(),
    clearedAt: text(),
    clearedById: integer().references(() => people.id),
    clearedNote: text(),
  },
  (t) => [
    uniqueIndex('source_flags_open')
      .on(t.sourceId, t.why)
      .where(sql`cleared_at is null`),
    check('source_flags_cleared', sql`(cleared_at is null) = (cleared_by_id is null)`),
  ],
)

/** The claims that a flag is about. */
export const sourceFlagClaims = sqliteTable(
  'source_flag_claims',
  {
    flagId: integer()
      .notNull()
      .references(() => sourceFlags.id),
    claimId: integer()
      .notNull()
      .references(() => claims.id),
  },
  (t) => [primaryKey({ columns: [t.flagId, t.claimId] }), index('source_flag_claims_claim').on(t.claimId)],
)
