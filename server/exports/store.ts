import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { type SQLiteColumn, alias } from 'drizzle-orm/sqlite-core'
import { type Conn, prepared } from '../../db/conn.ts'
import {
  articles,
  claimTags,
  claimants,
  claims,
  decisions,
  evidence,
  people,
  ratings,
  sources,
  tags,
} from '../../db/schema/index.ts'

/** The most claims that one query reads. */
export const mostIds = 500

const names = Array.from({ length: mostIds }, (_, index) => `id${index}`)
const among = (column: SQLiteColumn) =>
  inArray(
    column,
    names.map((name) => sql.placeholder(name)),
  )
// A statement has a fixed number of places; no row has the id 0.
const filled = (ids: readonly number[]) => Object.fromEntries(names.map((name, index) => [name, ids[index] ?? 0]))

const reporters = alias(claimants, 'reporters')
const checkers = alias(people, 'checkers')
const reviewers = alias(people, 'reviewers')

const claimColumns = {
  id: claims.id,
  number: claims.number,
  articleId: claims.articleId,
  articleTitle: articles.title,
  articlePublishedOn: articles.publishedOn,
  outlet: articles.outlet,
  language: articles.language,
  statement: claims.statement,
  quote: claims.quote,
  quoteStart: claims.quoteStart,
  quoteEnd: claims.quoteEnd,
  claimant: claimants.name,
  claimantRole: claimants.role,
  reportedBy: reporters.name,
  claimedOn: claims.claimedOn,
  kind: claims.kind,
  state: claims.state,
  rating: ratings.key,
  ratingValue: ratings.value,
  ratingScale: ratings.scale,
  rationale: decisions.rationale,
  basis: decisions.basis,
  checker: checkers.name,
  reviewer: reviewers.name,
  decidedAt: decisions.createdAt,
}

/** The claims with their decisions in force, in no order. Up to 500 ids. */
export async function claimsWithDecisions(conn: Conn, ids: readonly number[]) {
  const query = prepared(conn, 'exports.claims', (c) =>
    c
      .select(claimColumns)
      .from(claims)
      .leftJoin(articles, eq(articles.id, claims.articleId))
      .leftJoin(claimants, eq(claimants.id, claims.claimantId))
      .leftJoin(reporters, eq(reporters.id, claims.reportedById))
      .leftJoin(decisions, eq(decisions.id, claims.decisionId))
      .leftJoin(ratings, eq(ratings.id, decisions.ratingId))
      .leftJoin(checkers, eq(checkers.id, decisions.checkerId))
      .leftJoin(reviewers, eq(reviewers.id, decisions.reviewerId))
      .where(among(claims.id))
      .prepare(),
  )
  return query.execute(filled(ids))
}

export type ClaimWithDecision = Awaited<ReturnType<typeof claimsWithDecisions>>[number]

/** The tags of the claims, in the order of the alphabet. Up to 500 ids. */
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
  return query.execute(filled(ids))
}

// Nothing confidential or withdrawn leaves the newsroom in a file.
const mayLeave = and(isNull(evidence.withdrawnAt), eq(sources.confidential, false))

/** Stance and address of the claims' evidence, without what is withdrawn or confidential, in the order it was added. Up to 500 ids. */
export async function stancesOfClaims(conn: Conn, ids: readonly number[]) {
  const query = prepared(conn, 'exports.stances', (c) =>
    c
      .select({ claimId: evidence.claimId, stance: evidence.stance, url: sources.url })
      .from(evidence)
      .innerJoin(sources, eq(sources.id, evidence.sourceId))
      .where(and(among(evidence.claimId), mayLeave))
      .orderBy(asc(evidence.claimId), asc(evidence.id))
      .prepare(),
  )
  return query.execute(filled(ids))
}

/** The claims' evidence, without what is withdrawn or confidential, in the order it was added. Up to 500 ids. */
export async function evidenceOfClaims(conn: Conn, ids: readonly number[]) {
  const query = prepared(conn, 'exports.evidence', (c) =>
    c
      .select({
        id: evidence.id,
        claimId: evidence.claimId,
        sourceId: evidence.sourceId,
        sourceTitle: sources.title,
        publisher: sources.publisher,
        url: sources.url,
        archivedUrl: sources.archivedUrl,
        stance: evidence.stance,
        sourceKind: sources.kind,
        primary: sources.primary,
        passage: evidence.passage,
        locator: evidence.locator,
        addedBy: people.name,
        addedAt: evidence.createdAt,
      })
      .from(evidence)
      .innerJoin(sources, eq(sources.id, evidence.sourceId))
      .leftJoin(people, eq(people.id, evidence.addedById))
      .where(and(among(evidence.claimId), mayLeave))
      .orderBy(asc(evidence.claimId), asc(evidence.id))
      .prepare(),
  )
  return query.execute(filled(ids))
}

export type EvidenceRow = Awaited<ReturnType<typeof evidenceOfClaims>>[number]
