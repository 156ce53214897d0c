import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { type ArticleKind, articles } from './articles.ts'
import { claims } from './claims.ts'
import { corrections } from './corrections.ts'
import { events } from './history.ts'
import { people } from './people.ts'
import { decisions } from './verdicts.ts'

/** What readers are told of an article, as it was when it was published. */
export type PublicArticle = {
  title: string
  outlet: string | null
  byline: string | null
  url: string | null
  publishedOn: string | null
  language: string
  kind: ArticleKind
}

/** The public side of an article, from the first time that anything of it was published: articles without one are not counted here. */
export const reports = sqliteTable('reports', {
  id: integer().primaryKey(),
  articleId: integer()
    .notNull()
    .unique()
    .references(() => articles.id),
  slug: text().notNull().unique(),
  article: text({ mode: 'json' }).$type<PublicArticle>().notNull(),
  /** Since when the page of the whole article is public; null while only single claims are, and after it was taken down. */
  publishedAt: text(),
  changedAt: text().notNull(),
  /** When the page of the article was taken down, and what stands there instead. */
  unpublishedAt: text(),
  publicNote: text(),
  /** How many other claims are marked in the article and not published, where the newsroom chose to say so. */
  otherClaims: integer(),
})

/** Every address that a report has had: the old ones lead to the one it has. */
export const reportSlugs = sqliteTable('report_slugs', {
  slug: text().primaryKey(),
  reportId: integer()
    .notNull()
    .references(() => reports.id),
})

/** A claim that is or was public, numbered within its report in the order of publication: claims that are not are not counted. */
export const publicClaims = sqliteTable(
  'public_claims',
  {
    claimId: integer()
      .primaryKey()
      .references(() => claims.id),
    reportId: integer()
      .notNull()
      .references(() => reports.id),
    number: integer().notNull(),
    slug: text().notNull(),
    state: text({ enum: ['published', 'withdrawn'] }).notNull(),
    /** Where its quote begins, in UTF-16 code units of its version: the order of the report. */
    place: integer().notNull(),
    editionId: integer().notNull(),
    publishedAt: text().notNull(),
    changedAt: text().notNull(),
  },
  (t) => [
    uniqueIndex('public_claims_number').on(t.reportId, t.number),
    index('public_claims_newest').on(t.publishedAt, t.reportId, t.number),
    check('public_claims_state', sql`state in ('published', 'withdrawn')`),
  ],
)

/** What public claims are found by. */
export const publicFacets = sqliteTable(
  'public_facets',
  {
    facet: text({ enum: ['claimant', 'rating', 'tag'] }).notNull(),
    value: text().notNull(),
    claimId: integer()
      .notNull()
      .references(() => publicClaims.claimId),
  },
  (t) => [primaryKey({ columns: [t.facet, t.value, t.claimId] }), index('public_facets_claim').on(t.claimId)],
)

export const editionReasons = ['published', 'renewed', 'corrected', 'withdrawn'] as const
export type EditionReason = (typeof editionReasons)[number]

/** What the public page of a claim said from then on. `sha256` is of `content`, which is JSON, without the ids in it. */
export const editions = sqliteTable(
  'editions',
  {
    id: integer().primaryKey(),
    claimId: integer()
      .notNull()
      .references(() => claims.id),
    number: integer().notNull(),
    why: text({ enum: editionReasons }).notNull(),
    content: text().notNull(),
    sha256: text().notNull(),
    /** What readers are told of a page that was brought up to date. */
    note: text(),
    /** None once the decision is withdrawn. */
    decisionId: integer().references(() => decisions.id),
    correctionId: integer().references(() => corrections.id),
    /** The event that says so in the history. */
    eventSeq: integer()
      .notNull()
      .references(() => events.seq),
    createdAt: text().notNull(),
    createdById: integer()
      .notNull()
      .references(() => people.id),
  },
  (t) => [
    uniqueIndex('editions_number').on(t.claimId, t.number),
    index('editions_newest').on(t.createdAt, t.id),
    check('editions_why', sql`why in ('published', 'renewed', 'corrected', 'withdrawn')`),
  ],
)

/** Counted up by triggers whenever anything changes that public pages are made of. */
export const publicStamp = sqliteTable('public_stamp', { id: integer().primaryKey(), n: integer().notNull() })
