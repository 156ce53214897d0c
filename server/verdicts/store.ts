import { and, desc, eq, isNull, max, notExists, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type Conn, prepared } from '../../db/conn.ts'
import {
  articles,
  claims,
  decisions,
  departures,
  evidence,
  people,
  ratings,
  reviews,
  rounds,
  verdictEvidence,
  verdicts,
} from '../../db/schema/index.ts'
import { badgeColumns } from './columns.ts'

const ratingColumns = {
  id: ratings.id,
  key: ratings.key,
  definition: ratings.definition,
  value: ratings.value,
  ...badgeColumns,
}

/** The ratings of a scale that are not retired, in its order. */
export async function currentRatings(conn: Conn, scale: string) {
  const query = prepared(conn, 'verdicts.ratings', (c) =>
    c
      .select(ratingColumns)
      .from(ratings)
      .where(and(eq(ratings.scale, sql.placeholder('scale')), isNull(ratings.retiredAt)))
      .orderBy(ratings.position)
      .prepare(),
  )
  return query.execute({ scale })
}

const author = alias(people, 'author')
const reviewer = alias(people, 'reviewer')
const decider = alias(people, 'decider')

// A verdict given in a round of independent ones is seen by its author alone until the round is closed.
const seen = (conn: Conn) =>
  or(
    isNull(verdicts.roundId),
    eq(verdicts.authorId, sql.placeholder('viewer')),
    notExists(
      conn
        .select({ id: rounds.id })
        .from(rounds)
        .where(and(eq(rounds.id, verdicts.roundId), isNull(rounds.closedAt))),
    ),
  )

/** The verdicts of a claim that the viewer may see, with their reviews and decisions, newest first. */
export async function verdictRows(conn: Conn, viewer: number, claimId: number) {
  const query = prepared(conn, 'verdicts.ofClaim', (c) =>
    c
      .select({
        id: verdicts.id,
        number: verdicts.number,
        rating: ratingColumns,
        rationale: verdicts.rationale,
        explanation: verdicts.explanation,
        author: { id: author.id, name: author.name },
        createdAt: verdicts.createdAt,
        roundId: verdicts.roundId,
        overrideReason: verdicts.overrideReason,
        departure: {
          claimId: departures.claimId,
          outsideId: departures.outsideId,
          ratingLabel: departures.ratingLabel,
          reason: departures.reason,
        },
        review: { outcome: reviews.outcome, reason: reviews.reason, createdAt: reviews.createdAt },
        reviewer: { id: reviewer.id, name: reviewer.name },
        decision: { number: decisions.number, basis: decisions.basis, createdAt: decisions.createdAt },
        decider: { id: decider.id, name: decider.name },
      })
      .from(verdicts)
      .innerJoin(ratings, eq(ratings.id, verdicts.ratingId))
      .innerJoin(author, eq(author.id, verdicts.authorId))
      .leftJoin(departures, eq(departures.verdictId, verdicts.id))
      .leftJoin(reviews, eq(reviews.verdictId, verdicts.id))
      .leftJoin(reviewer, eq(reviewer.id, reviews.reviewerId))
      .leftJoin(decisions, and(eq(decisions.claimId, verdicts.claimId), eq(decisions.verdictId, verdicts.id)))
      .leftJoin(decider, eq(decider.id, decisions.reviewerId))
      .where(and(eq(verdicts.claimId, sql.placeholder('claimId')), seen(c)))
      .orderBy(desc(verdicts.number))
      .prepare(),
  )
  return query.execute({ viewer, claimId })
}

/** Which pieces of evidence each verdict of a claim rests on, sealed ones among them: for those that are seen anyway. */
export async function restsOn(conn: Conn, claimId: number) {
  const query = prepared(conn, 'verdicts.restsOn', (c) =>
    c
      .select({ verdictId: verdictEvidence.verdictId, evidenceId: verdictEvidence.evidenceId })
      .from(verdictEvidence)
      .innerJoin(verdicts, eq(verdicts.id, verdictEvidence.verdictId))
      .where(eq(verdicts.claimId, sql.placeholder('claimId')))
      .orderBy(verdictEvidence.verdictId, verdictEvidence.evidenceId)
      .prepare(),
  )
  return query.execute({ claimId })
}

/** The ids of the evidence on a claim that is not withdrawn, oldest first. */
export async function standingEvidence(conn: Conn, claimId: number): Promise<number[]> {
  const query = prepared(conn, 'verdicts.standing', (c) =>
    c
      .select({ id: evidence.id })
      .from(evidence)
      .where(and(eq(evidence.claimId, sql.placeholder('claimId')), isNull(evidence.withdrawnAt)))
      .orderBy(evidence.id)
      .prepare(),
  )
  return (await query.execute({ claimId })).map(({ id }) => id)
}

/** The highest number given to a verdict on the claim, sealed ones among them; 0 before the first. */
export async function lastNumber(conn: Conn, claimId: number): Promise<number> {
  const query = prepared(conn, 'verdicts.lastNumber', (c) =>
    c
      .select({ last: max(verdicts.number) })
      .from(verdicts)
      .where(eq(verdicts.claimId, sql.placeholder('claimId')))
      .prepare(),
  )
  const [row] = await query.execute({ claimId })
  return row?.last ?? 0
}

/** The highest number given to a decision on the claim, also to one that was withdrawn; 0 before the first. */
export async function lastDecisionNumber(conn: Conn, claimId: number): Promise<number> {
  const query = prepared(conn, 'verdicts.lastDecision', (c) =>
    c
      .select({ last: max(decisions.number) })
      .from(decisions)
      .where(eq(decisions.claimId, sql.placeholder('claimId')))
      .prepare(),
  )
  const [row] = await query.execute({ claimId })
  return row?.last ?? 0
}

export type ClaimToJudge = NonNullable<Awaited<ReturnType<typeof findClaimToJudge>>>

/** What giving or reviewing a verdict asks about a claim: its state, and the newest verdict that the viewer may see. */
export async function findClaimToJudge(conn: Conn, viewer: number, id: number) {
  const query = prepared(conn, 'verdicts.claim', (c) =>
    c
      .select({
        id: claims.id,
        articleId: claims.articleId,
        state: claims.state,
        version: claims.version,
        independent: claims.independent,
        articleIndependent: articles.independent,
        newest: {
          id: verdicts.id,
          number: verdicts.number,
          ratingId: verdicts.ratingId,
          rationale: verdicts.rationale,
          explanation: verdicts.explanation,
          authorId: verdicts.authorId,
          overrideReason: verdicts.overrideReason,
          roundId: verdicts.roundId,
        },
        author: author.name,
        rating: { key: ratings.key, label: ratings.label },
      })
      .from(claims)
      .innerJoin(articles, eq(articles.id, claims.articleId))
      .leftJoin(verdicts, and(eq(verdicts.claimId, claims.id), seen(c)))
      .leftJoin(author, eq(author.id, verdicts.authorId))
      .leftJoin(ratings, eq(ratings.id, verdicts.ratingId))
      .where(eq(claims.id, sql.placeholder('id')))
      .orderBy(desc(verdicts.number))
      .limit(1)
      .prepare(),
  )
  const [found] = await query.execute({ viewer, id })
  if (!found) return undefined
  const { newest, author: by, rating, ...claim } = found
  const named = newest && { ...newest, author: by ?? '', rating: rating?.label ?? '', ratingKey: rating?.key ?? '' }
  return { ...claim, newest: named }
}

/** Whether there is such a rating, retired or not; undefined when there is none. */
export async function findRating(conn: Conn, id: number) {
  const query = prepared(conn, 'verdicts.rating', (c) =>
    c
      .select({ key: ratings.key, scale: ratings.scale, retiredAt: ratings.retiredAt })
      .from(ratings)
      .where(eq(ratings.id, sql.placeholder('id')))
      .limit(1)
      .prepare(),
  )
  const [found] = await query.execute({ id })
  return found
}

/** Whose verdict it is, on which claim, and how it was reviewed; undefined when there is none that the viewer may see. */
export async function findVerdict(conn: Conn, viewer: number, id: number) {
  const query = prepared(conn, 'verdicts.verdict', (c) =>
    c
      .select({
        claimId: verdicts.claimId,
        authorId: verdicts.authorId,
        roundId: verdicts.roundId,
        outcome: reviews.outcome,
      })
      .from(verdicts)
      .leftJoin(reviews, eq(reviews.verdictId, verdicts.id))
      .where(and(eq(verdicts.id, sql.placeholder('id')), seen(c)))
      .limit(1)
      .prepare(),
  )
  const [found] = await query.execute({ viewer, id })
  return found
}
