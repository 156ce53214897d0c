import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type Conn, prepared } from '../../db/conn.ts'
import { claims, decisions, people, publicClaims, ratings, reports } from '../../db/schema/index.ts'
import { badgeColumns } from '../verdicts/columns.ts'

const confidential = sql<number>`(select count(*) from evidence join sources on sources.id = evidence.source_id where evidence.claim_id = claims.id and evidence.withdrawn_at is null and sources.confidential)`
const notes = sql<number>`(select count(*) from evidence where claim_id = claims.id and withdrawn_at is null and note is not null)`
const threads = sql<number>`(select count(*) from threads where claim_id = claims.id)`
const verdicts = sql<number>`(select count(*) from verdicts where claim_id = claims.id and not exists (select 1 from decisions where verdict_id = verdicts.id and decisions.id = claims.decision_id))`
const attempts = sql<number>`(select count(*) from attempts where claim_id = claims.id and not public and withdrawn_at is null)`
const asked = sql<number>`(select count(*) from attempts where claim_id = claims.id and purpose = 'reply' and withdrawn_at is null)`

/** How much of a claim stays in the newsroom when it is published; `asked` is how many attempts for a reply were made, public or not. */
export async function keptBack(conn: Conn, claimId: number) {
  const query = prepared(conn, 'reports.keptBack', (c) =>
    c
      .select({ confidential, notes, threads, verdicts, attempts, asked })
      .from(claims)
      .where(eq(claims.id, sql.placeholder('claimId')))
      .prepare(),
  )
  const [found] = await query.execute({ claimId })
  if (!found) throw new Error('The claim is gone')
  return found
}

/** Who made a decision: the names of its checker and of its reviewer. */
export async function deciders(conn: Conn, decisionId: number) {
  const reviewers = alias(people, 'reviewers')
  const [found] = await conn
    .select({ checkedBy: people.name, reviewedBy: reviewers.name })
    .from(decisions)
    .innerJoin(people, eq(people.id, decisions.checkerId))
    .leftJoin(reviewers, eq(reviewers.id, decisions.reviewerId))
    .where(eq(decisions.id, decisionId))
  return found
}

/** Where the public page of a claim is, or undefined when it never had one. */
export async function publicPlace(conn: Conn, claimId: number) {
  const [found] = await conn
    .select({
      reportSlug: reports.slug,
      slug: publicClaims.slug,
      state: publicClaims.state,
      number: publicClaims.number,
      publishedAt: publicClaims.publishedAt,
      changedAt: publicClaims.changedAt,
      reportPublishedAt: reports.publishedAt,
    })
    .from(publicClaims)
    .innerJoin(reports, eq(reports.id, publicClaims.reportId))
    .where(eq(publicClaims.claimId, claimId))
  return found
}

/** The decided and the published claims of an article in the order of the text; `isPublic`: it has a public page. */
export async function claimsToReport(conn: Conn, articleId: number) {
  return conn
    .select({
      id: claims.id,
      articleId: claims.articleId,
      number: claims.number,
      statement: claims.statement,
      state: claims.state,
      decisionId: claims.decisionId,
      rating: badgeColumns,
      isPublic: sql`${publicClaims.state} = 'published'`.mapWith(Boolean),
    })
    .from(claims)
    .leftJoin(ratings, eq(ratings.id, claims.ratingId))
    .leftJoin(publicClaims, eq(publicClaims.claimId, claims.id))
    .where(and(eq(claims.articleId, articleId), inArray(claims.state, ['decided', 'published'])))
    .orderBy(asc(claims.quoteStart), asc(claims.id))
}
