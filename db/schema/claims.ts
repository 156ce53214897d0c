import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { articles, versions } from './articles.ts'
import { people } from './people.ts'
import { ratings } from './ratings.ts'

export const claimStates = ['candidate', 'open', 'checking', 'in_review', 'decided', 'published', 'set_aside'] as const
export type ClaimState = (typeof claimStates)[number]

export const claimKinds = ['numerical', 'quote', 'position', 'event', 'causal'] as const
export type ClaimKind = (typeof claimKinds)[number]

/** Whether the words of a claim stand in the newest version of its article: somebody must look, or has said that they do not. */
export const standings = ['here', 'lost', 'gone'] as const
export type Standing = (typeof standings)[number]

/** 1 is looked at first. */
export const priorities = [1, 2, 3] as const
export type Priority = (typeof priorities)[number]

/** What a claimant is, as the desk has marked it: nothing is guessed from a name. */
export const claimantKinds = ['person', 'organisation'] as const
export type ClaimantKind = (typeof claimantKinds)[number]

export const claimants = sqliteTable(
  'claimants',
  {
    id: integer().primaryKey(),
    name: text().notNull(),
    role: text().notNull().default(''),
    nameKey: text().notNull(),
    roleKey: text().notNull().default(''),
    /** Null while nobody has said. */
    kind: text({ enum: claimantKinds }),
    /** An address that stands for exactly this claimant, as at Wikidata or Wikipedia. */
    sameAs: text(),
    createdAt: text().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [uniqueIndex('claimants_name_role').on(t.nameKey, t.roleKey)],
)

export const claims = sqliteTable(
  'claims',
  {
    id: integer().primaryKey(),
    articleId: integer()
      .notNull()
      .references(() => articles.id),
    number: integer().notNull(),
    versionId: integer()
      .notNull()
      .references(() => versions.id),
    statement: text().notNull(),
    quote: text().notNull(),
    quoteStart: integer().notNull(),
    quoteEnd: integer().notNull(),
    prefix: text().notNull(),
    suffix: text().notNull(),
    /** The words stand in `versionId` all the same; that is the newest version only while this is `here`. */
    standing: text({ enum: standings }).notNull().default('here'),
    claimantId: integer().references(() => claimants.id),
    reportedById: integer().references(() => claimants.id),
    claimedOn: text(),
    claimedPlace: text(),
    kind: text({ enum: claimKinds }).notNull(),
    priority: integer().$type<Priority>().notNull().default(2),
    assigneeId: integer().references(() => people.id),
    dueOn: text(),
    /** The due date as it is sorted: claims without one come last. Made by the database. */
    dueKey: text().generatedAlwaysAs(sql`case when due_on is null then '9999-99-99' else due_on end`, {
      mode: 'virtual',
    }),
    state: text({ enum: claimStates }).notNull().default('open'),
    /** The state as it is sorted: as the work goes on. Made by the database. */
    stateRank: integer().generatedAlwaysAs(
      sql`case state when 'candidate' then 1 when 'open' then 2 when 'checking' then 3 when 'in_review' then 4 when 'decided' then 5 when 'published' then 6 else 7 end`,
      { mode: 'virtual' },
    ),
    setAsideReason: text(),
    stateBefore: text({ enum: claimStates }),
    decisionId: integer(),
    ratingId: integer().references(() => ratings.id),
    evidenceCount: integer().notNull().default(0),
    /** Whether two checkers judge it independently; null: as its article says. */
    independent: integer({ mode: 'boolean' }),
    publishedAt: text(),
    /** When it was published, '' for never. Made by the database. */
    publishedKey: text().generatedAlwaysAs(sql`case when published_at is null then '' else published_at end`, {
      mode: 'virtual',
    }),
    /** What the list sorts by, kept by triggers: when it was decided, '' for not yet; */
    decidedKey: text().notNull().default(''),
    /** the number of its rating, 8 for one without a number, 9 for no verdict; */
    ratingRank: integer().notNull().default(9),
    /** the claimant's `nameKey`, the last character there is for nobody; */
    claimantKey: text().notNull().default('\u{10FFFF}'),
    /** the name of who has it, likewise. */
    assigneeKey: text().notNull().default('\u{10FFFF}'),
    /** How the statement begins, to sort by. Made by the database, which makes small letters of a to z only. */
    statementKey: text().generatedAlwaysAs(sql`lower(substr(statement, 1, 80))`, { mode: 'virtual' }),
    correctionCount: integer().notNull().default(0),
    lastCorrectionAt: text(),
    addedById: integer().references(() => people.id),
    createdAt: text().notNull(),
    changedAt: text().notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('claims_number').on(t.articleId, t.number),
    // The list reads these in the order of its pages; what stands at their end lets it count without the rows.
    index('claims_state').on(t.state, t.id, t.kind, t.priority),
    index('claims_rating').on(t.ratingId, t.id, t.state, t.kind, t.priority),
    index('claims_claimant').on(t.claimantId, t.id, t.state),
    index('claims_reported_by').on(t.reportedById, t.id, t.state),
    index('claims_assignee').on(t.assigneeId, t.id, t.state),
    index('claims_kind').on(t.kind, t.id, t.state, t.priority),
    index('claims_priority').on(t.priority, t.id, t.state),
    index('claims_changed').on(t.changedAt, t.id, t.state),
    index('claims_due').on(t.dueKey, t.id, t.state),
    index('claims_due_unfinished')
      .on(t.dueKey, t.id, t.state)
      .where(sql`state not in ('decided', 'published', 'set_aside')`),
    index('claims_by_state').on(t.stateRank, t.id, t.state),
    index('claims_by_rating').on(t.ratingRank, t.id, t.state),
    index('claims_by_claimant').on(t.claimantKey, t.id, t.state),
    index('claims_by_assignee').on(t.assigneeKey, t.id, t.state),
    index('claims_by_statement').on(t.statementKey, t.id, t.state),
    index('claims_by_evidence').on(t.evidenceCount, t.id, t.state),
    index('claims_by_decision').on(t.decidedKey, t.id, t.state),
    index('claims_by_publication').on(t.publishedKey, t.id, t.state),
    // What waits for a person on the desk, the most urgent first.
    index('claims_to_check')
      .on(t.assigneeId, t.priority, t.dueKey, t.id)
      .where(sql`state in ('open', 'checking')`),
    index('claims_overdue')
      .on(t.assigneeId, t.dueKey, t.id)
      .where(sql`state not in ('decided', 'published', 'set_aside')`),
    index('claims_no_evidence')
      .on(t.id, t.state)
      .where(sql`evidence_count = 0`),
    // What waits to be found again, article by article and on the desk.
    index('claims_lost')
      .on(t.articleId, t.id)
      .where(sql`standing = 'lost'`),
    check(
      'claims_state_known',
      sql`state in ('candidate', 'open', 'checking', 'in_review', 'decided', 'published', 'set_aside')`,
    ),
    check('claims_quote_span', sql`quote_end > quote_start`),
  ],
)

/** Where a claim stood before it was anchored anew. Offsets are UTF-16 code units of the version. */
export const claimAnchors = sqliteTable(
  'claim_anchors',
  {
    id: integer().primaryKey(),
    claimId: integer()
      .notNull()
      .references(() => claims.id),
    versionId: integer()
      .notNull()
      .references(() => versions.id),
    quote: text().notNull(),
    quoteStart: integer().notNull(),
    quoteEnd: integer().notNull(),
    prefix: text().notNull(),
    suffix: text().notNull(),
    /** When the claim was anchored elsewhere, and by whom. */
    endedAt: text().notNull(),
    endedById: integer()
      .notNull()
      .references(() => people.id),
  },
  (t) => [index('claim_anchors_claim').on(t.claimId, t.id), index('claim_anchors_version').on(t.versionId, t.claimId)],
)

/** `name` is as first written; `nameKey` is what it is recognised by. */
export const tags = sqliteTable('tags', {
  id: integer().primaryKey(),
  name: text().notNull(),
  nameKey: text().notNull().unique(),
})

export const claimTags = sqliteTable(
  'claim_tags',
  {
    claimId: integer()
      .notNull()
      .references(() => claims.id),
    tagId: integer()
      .notNull()
      .references(() => tags.id),
  },
  (t) => [primaryKey({ columns: [t.claimId, t.tagId] }), uniqueIndex('claim_tags_tag').on(t.tagId, t.claimId)],
)
