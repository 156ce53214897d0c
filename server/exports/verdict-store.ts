import { and, asc, eq, exists, isNotNull, isNull, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type Conn, prepared } from '../../db/conn.ts'
import {
  claims,
  decisions,
  departures,
  evidence,
  people,
  ratings,
  reviews,
  rounds,
  sources,
  verdictEvidence,
  verdicts,
} from '../../db/schema/index.ts'
import { among, listed, mayLeave } from './store.ts'

const reviewers = alias(people, 'reviewers')

// One given in a round of independent verdicts leaves the newsroom when the round is closed, and not before, whoever asks.
const isOpened = (conn: Conn) =>
  or(
    isNull(verdicts.roundId),
    exists(
      conn
        .select({ id: rounds.id })
        .from(rounds)
        .where(and(eq(rounds.id, verdicts.roundId), isNotNull(rounds.closedAt))),
    ),
  )

/** Every verdict on the claims that is not sealed, with its review and decision, in the order they were given. */
export async function verdictsOfClaims(conn: Conn, ids: readonly number[]) {
  const query = prepared(conn, 'exports.verdicts', (c) =>
    c
      .select({
        id: verdicts.id,
        claimId: verdicts.claimId,
        articleId: claims.articleId,
        claimNumber: claims.number,
        number: verdicts.number,
        rating: ratings.key,
        ratingValue: ratings.value,
        ratingScale: ratings.scale,
        rationale: verdicts.rationale,
        explanation: verdicts.explanation,
        checker: people.name,
        createdAt: verdicts.createdAt,
        roundId: verdicts.roundId,
        overrideReason: verdicts.overrideReason,
        outcome: reviews.outcome,
        reviewer: reviewers.name,
        reviewReason: reviews.reason,
        reviewedAt: reviews.createdAt,
        decisionNumber: decisions.number,
        basis: decisions.basis,
        decidedAt: decisions.createdAt,
        departsFromClaim: departures.claimId,
        departsFromCheck: departures.outsideId,
        departureReason: departures.reason,
      })
      .from(verdicts)
      .innerJoin(claims, eq(claims.id, verdicts.claimId))
      .innerJoin(ratings, eq(ratings.id, verdicts.ratingId))
      .innerJoin(people, eq(people.id, verdicts.authorId))
      .leftJoin(reviews, eq(reviews.verdictId, verdicts.id))
      .leftJoin(reviewers, eq(reviewers.id, reviews.reviewerId))
      .leftJoin(decisions, and(eq(decisions.claimId, verdicts.claimId), eq(decisions.verdictId, verdicts.id)))
      .leftJoin(departures, eq(departures.verdictId, verdicts.id))
      .where(and(among(verdicts.claimId), isOpened(c)))
      .orderBy(asc(verdicts.claimId), asc(verdicts.number))
      .prepare(),
  )
  return query.execute(listed(ids))
}

export type VerdictRow = Awaited<ReturnType<typeof verdictsOfClaims>>[number]

/** The evidence that each verdict on the claims rests on, as far as it may leave the newsroom; sealed verdicts among them. */
export async function evidenceOfVerdicts(conn: Conn, ids: readonly number[]) {
  const query = prepared(conn, 'exports.restsOn', (c) =>
    c
      .select({ verdictId: verdictEvidence.verdictId, evidenceId: verdictEvidence.evidenceId })
      .from(verdicts)
      .innerJoin(verdictEvidence, eq(verdictEvidence.verdictId, verdicts.id))
      .innerJoin(evidence, eq(evidence.id, verdictEvidence.evidenceId))
      .innerJoin(sources, eq(sources.id, evidence.sourceId))
      .where(and(among(verdicts.claimId), mayLeave))
      .orderBy(asc(verdictEvidence.verdictId), asc(verdictEvidence.evidenceId))
      .prepare(),
  )
  return query.execute(listed(ids))
}
