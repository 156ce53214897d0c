import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { articles, versions } from './articles.ts'
import { type ClaimKind, claims } from './claims.ts'
import { people } from './people.ts'

/** What the program said when it proposed a claim: kept as it was, whatever it would say later. */
export type Proposed = {
  quote: string
  statement: string
  kind: ClaimKind
  claimant: string | null
  claimantRole: string | null
  reportedBy: string | null
  confidence: number
  /** As the model had them. */
  score: number
  level: 'low' | 'medium' | 'high'
  /** The level that was shown, where the decisions of the newsroom had made it another. */
  shown?: 'low' | 'medium' | 'high'
  reasons: { words: string; raises: boolean }[]
  /** The named features of its sentence. */
  signs?: string[]
}

/** What a person decided about a claim that the program proposed. Offsets are UTF-16 code units of the version. */
export const findings = sqliteTable(
  'findings',
  {
    id: integer().primaryKey(),
    articleId: integer()
      .notNull()
      .references(() => articles.id),
    versionId: integer()
      .notNull()
      .references(() => versions.id),
    start: integer().notNull(),
    end: integer().notNull(),
    proposed: text({ mode: 'json' }).$type<Proposed>().notNull(),
    decision: text({ enum: ['accepted', 'set_aside'] }).notNull(),
    reason: text(),
    /** The claim that was made of it. */
    claimId: integer().references(() => claims.id),
    /** The sentence that was set aside with it. */
    sentenceId: integer(),
    decidedById: integer()
      .notNull()
      .references(() => people.id),
    createdAt: text().notNull(),
    takenBackAt: text(),
  },
  (t) => [
    uniqueIndex('findings_standing')
      .on(t.versionId, t.start, t.end)
      .where(sql`taken_back_at is null`),
    index('findings_article').on(t.articleId, t.id),
    index('findings_claim').on(t.claimId),
    check('findings_decision', sql`(decision = 'accepted') = (claim_id is not null)`),
  ],
)

/** Where the words of a decision stand in a later version of the article, whose sentence did not change. */
export const findingPlaces = sqliteTable(
  'finding_places',
  {
    findingId: integer()
      .notNull()
      .references(() => findings.id),
    versionId: integer()
      .notNull()
      .references(() => versions.id),
    start: integer().notNull(),
    end: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.findingId, t.versionId] }), index('finding_places_version').on(t.versionId)],
)
