import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { type SQLiteColumn, alias } from 'drizzle-orm/sqlite-core'
import { type Conn, prepared } from '../../db/conn.ts'
import {
  adjudications,
  claimTags,
  claims,
  corrections,
  decisions,
  evidence,
  sources,
  tags,
} from '../../db/schema/index.ts'

/** The claims that are read at once. More of them outlive the young generation of the heap, and cost more than they save. */
export const mostIds = 200

// Rows are taken as SQLite gives them, each column kept as text, a whole number or null: mapping thirty columns one by one takes
// longer than reading them.

/** Whether the column is one of `ids`. One list instead of so many places: filling 500 of them took as long as the query. */
export const among = (column: SQLiteColumn) =>
  sql`${column} in (select value from json_each(${sql.placeholder('ids')}))`
/** What `among` is given. */
export const listed = (ids: readonly number[]) => ({ ids: JSON.stringify(ids) })

const correctedDecisions = alias(decisions, 'corrected_decisions')

// What many claims have in common stands here by its id, and is read once for all of them: see shared.ts.
const claimColumns = {
  id: claims.id,
  number: claims.number,
  articleId: claims.articleId,
  versionId: claims.versionId,
  statement: claims.statement,
  quote: claims.quote,
  quoteStart: claims.quoteStart,
  quoteEnd: claims.quoteEnd,
  claimantId: claims.claimantId,
  reportedById: claims.reportedById,
  claimedOn: claims.claimedOn,
  kind: claims.kind,
  state: claims.state,
  ratingId: decisions.ratingId,
  rationale: decisions.rationale,
  basis: decisions.basis,
  checkerId: decisions.checkerId,
  reviewerId: decisions.reviewerId,
  decidedAt: decisions.createdAt,
  publishedAt: claims.publishedAt,
  correctionCount: claims.correctionCount,
  lastCorrectionAt: claims.lastCorrectionAt,
  correctedRatingId: correctedDecisions.ratingId,
  adjudicatorId: adjudications.adjudicatorId,
  difference: adjudications.difference,
  overrideReason: decisions.overrideReason,
  decisionNumber: decisions.number,
  standing: claims.standing,
}

export type ClaimKey = keyof typeof claimColumns

/** What `claimsWithDecisions` gives of each claim, in this order. `correctedRatingId` is the rating before the last correction. */
// Object.keys says only string; the keys are those of the table.
export const claimKeys = Object.keys(claimColumns) as ClaimKey[]

export type Value = string | number | null

/** The values of the claims with their decisions in force, in no order. */
export async function claimsWithDecisions(conn: Conn, ids: readonly number[]): Promise<Value[][]> {
  const lastCorrection = and(eq(corrections.claimId, claims.id), eq(corrections.number, claims.correctionCount))
  const query = prepared(conn, 'exports.claims', (c) =>
    c
      .select(claimColumns)
      .from(claims)
      .leftJoin(decisions, eq(decisions.id, claims.decisionId))
      .leftJoin(adjudications, eq(adjudications.decisionId, decisions.id))
      .leftJoin(corrections, lastCorrection)
      .leftJoin(correctedDecisions, eq(correctedDecisions.id, corrections.beforeId))
      .where(among(claims.id))
      .prepare(),
  )
  return query.values(listed(ids)) as Value[][]
}

/** The tags of the claims, in the order of the alphabet. */
export async function tagsOfClaims(conn: Conn, ids: readonly number[]) {
  const query = prepared(conn, 'exports.tags', (c) =>
    c
      .select({ claimId: claimTags.claimId, name: tags.name })
      .from(claimTags)
      .innerJoin(tags, eq(tags.id, claimTags.tagId))
      .where(among(claimTags.claimId))
      .orderBy(asc(claimTags.claimId), asc(tags.nameKey))
      .prepare(),
  )
  return query.values(listed(ids)) as [claimId: number, name: string][]
}

export type StanceRow = [
  claimId: number,
  stance: string,
  url: string | null,
  sourceId: number,
  publisher: string | null,
  origin: string | null,
  originId: number | null,
]

const origins = alias(sources, 'origins')
const unlessSecret = (column: SQLiteColumn) => sql`case when ${origins.confidential} then null else ${column} end`

/** Nothing confidential or withdrawn leaves the newsroom in a file. Asks for `sources` to be joined to `evidence`. */
export const mayLeave = and(isNull(evidence.withdrawnAt), eq(sources.confidential, false))

/** Stance and source of the claims' evidence, as far as it is weighed, without what is withdrawn or confidential, in the order it was added. */
export async function stancesOfClaims(conn: Conn, ids: readonly number[]) {
  const query = prepared(conn, 'exports.stances', (c) =>
    c
      .select({
        claimId: evidence.claimId,
        stance: evidence.stance,
        url: sources.url,
        sourceId: sources.id,
        publisher: sources.publisher,
        origin: unlessSecret(sources.origin),
        originId: unlessSecret(sources.originId),
      })
      .from(evidence)
      .innerJoin(sources, eq(sources.id, evidence.sourceId))
      .leftJoin(origins, eq(origins.id, sources.originId))
      .where(and(among(evidence.claimId), mayLeave))
      .orderBy(asc(evidence.claimId), asc(evidence.id))
      .prepare(),
  )
  return query.values(listed(ids)) as StanceRow[]
}
