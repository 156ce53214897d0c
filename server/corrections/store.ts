import { and, desc, eq, isNull, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type Conn, type Tx, insertedId, prepared } from '../../db/conn.ts'
import { claims, corrections, decisions, people, proposals, ratings, verdicts } from '../../db/schema/index.ts'

const id = sql.placeholder('id')
const before = alias(decisions, 'before_decision')
const beforeRating = alias(ratings, 'before_rating')
const beforeVerdict = alias(verdicts, 'before_verdict')
const after = alias(decisions, 'after_decision')
const afterRating = alias(ratings, 'after_rating')
const afterVerdict = alias(verdicts, 'after_verdict')
const approver = alias(people, 'approver')

// Generic, since the columns of an alias have types of their own.
const badgeOf = <L, T, S>({ label, tone, shape }: { label: L; tone: T; shape: S }) => ({ label, tone, shape })
const said = <N, R, E>(decision: { number: N; rationale: R }, { explanation }: { explanation: E }) => ({
  number: decision.number,
  rationale: decision.rationale,
  explanation,
})

/** A claim as a correction looks at it: its state and its decision in force, if it has one; undefined when there is none. */
export async function findClaimToCorrect(conn: Conn, claimId: number) {
  const query = prepared(conn, 'corrections.claim', (c) =>
    c
      .select({
        id: claims.id,
        articleId: claims.articleId,
        state: claims.state,
        correctionCount: claims.correctionCount,
        decision: {
          id: decisions.id,
          number: decisions.number,
          ratingId: decisions.ratingId,
          rationale: decisions.rationale,
          checkerId: decisions.checkerId,
          reviewerId: decisions.reviewerId,
        },
        explanation: verdicts.explanation,
        rating: badgeOf(ratings),
      })
      .from(claims)
      .leftJoin(decisions, eq(decisions.id, claims.decisionId))
      .leftJoin(verdicts, eq(verdicts.id, decisions.verdictId))
      .leftJoin(ratings, eq(ratings.id, decisions.ratingId))
      .where(eq(claims.id, id))
      .prepare(),
  )
  return (await query.execute({ id: claimId }))[0]
}

/** The corrections of a claim with the decisions before and after, the newest first. */
export async function correctionRows(conn: Conn, claimId: number) {
  const query = prepared(conn, 'corrections.ofClaim', (c) =>
    c
      .select({
        id: corrections.id,
        number: corrections.number,
        kind: corrections.kind,
        note: corrections.note,
        createdAt: corrections.createdAt,
        author: people.name,
        approver: approver.name,
        before: said(before, beforeVerdict),
        beforeRating: badgeOf(beforeRating),
        after: said(after, afterVerdict),
        afterRating: badgeOf(afterRating),
      })
      .from(corrections)
      .innerJoin(people, eq(people.id, corrections.authorId))
      .innerJoin(before, eq(before.id, corrections.beforeId))
      .innerJoin(beforeRating, eq(beforeRating.id, before.ratingId))
      .innerJoin(beforeVerdict, eq(beforeVerdict.id, before.verdictId))
      .leftJoin(approver, eq(approver.id, corrections.approverId))
      .leftJoin(after, eq(after.id, corrections.afterId))
      .leftJoin(afterRating, eq(afterRating.id, after.ratingId))
      .leftJoin(afterVerdict, eq(afterVerdict.id, after.verdictId))
      .where(eq(corrections.claimId, id))
      .orderBy(desc(corrections.number))
      .prepare(),
  )
  return query.execute({ id: claimId })
}

const proposalColumns = {
  id: proposals.id,
  claimId: proposals.claimId,
  decisionId: proposals.decisionId,
  kind: proposals.kind,
  note: proposals.note,
  ratingId: proposals.ratingId,
  rationale: proposals.rationale,
  explanation: proposals.explanation,
  createdAt: proposals.createdAt,
  answeredAt: proposals.answeredAt,
  outcome: proposals.outcome,
  reason: proposals.reason,
  author: { id: people.id, name: people.name },
  answeredBy: approver.name,
  rating: badgeOf(ratings),
  before: said(before, beforeVerdict),
  beforeRating: badgeOf(beforeRating),
}

const proposalsWith = (conn: Conn) =>
  conn
    .select(proposalColumns)
    .from(proposals)
    .innerJoin(people, eq(people.id, proposals.authorId))
    .innerJoin(before, eq(before.id, proposals.decisionId))
    .innerJoin(beforeRating, eq(beforeRating.id, before.ratingId))
    .innerJoin(beforeVerdict, eq(beforeVerdict.id, before.verdictId))
    .leftJoin(ratings, eq(ratings.id, proposals.ratingId))
    .leftJoin(approver, eq(approver.id, proposals.answeredById))

/** What was asked for on a claim and is not approved: open or returned, the newest first. */
export async function proposalRows(conn: Conn, claimId: number) {
  const query = prepared(conn, 'corrections.proposals', (c) =>
    proposalsWith(c)
      .where(and(eq(proposals.claimId, id), or(isNull(proposals.outcome), ne(proposals.outcome, 'approved'))))
      .orderBy(desc(proposals.id))
      .prepare(),
  )
  return query.execute({ id: claimId })
}

/** Undefined when there is none. */
export async function findProposal(conn: Conn, proposalId: number) {
  const query = prepared(conn, 'corrections.proposal', (c) => proposalsWith(c).where(eq(proposals.id, id)).prepare())
  return (await query.execute({ id: proposalId }))[0]
}

/** Up to `limit` proposals that wait for an answer, without those of the person, the oldest first. */
export async function openProposalRows(conn: Conn, personId: number, limit: number) {
  const query = prepared(conn, 'corrections.open', (c) =>
    c
      .select({
        id: claims.id,
        articleId: claims.articleId,
        number: claims.number,
        statement: claims.statement,
        proposalId: proposals.id,
        kind: proposals.kind,
        note: proposals.note,
        createdAt: proposals.createdAt,
        author: people.name,
      })
      .from(proposals)
      .innerJoin(claims, eq(claims.id, proposals.claimId))
      .innerJoin(people, eq(people.id, proposals.authorId))
      .where(and(isNull(proposals.answeredAt), ne(proposals.authorId, id)))
      .orderBy(proposals.id)
      .limit(sql.placeholder('limit'))
      .prepare(),
  )
  return query.execute({ id: personId, limit })
}

/** Returns the id. A second open proposal on a claim breaks a constraint. */
export async function insertProposal(tx: Tx, row: typeof proposals.$inferInsert): Promise<number> {
  return insertedId(await tx.insert(proposals).values(row).returning({ id: proposals.id }))
}

type Answer = { outcome: 'approved' | 'returned'; answeredById: number; reason: string | null }

/** Answers a proposal at the time of the transaction. */
export async function closeProposal(tx: Tx, proposalId: number, answer: Answer): Promise<void> {
  await tx
    .update(proposals)
    .set({ ...answer, answeredAt: tx.now })
    .where(eq(proposals.id, proposalId))
}

/** Returns the id. Corrections are only ever added. */
export async function insertCorrection(tx: Tx, row: typeof corrections.$inferInsert): Promise<number> {
  return insertedId(await tx.insert(corrections).values(row).returning({ id: corrections.id }))
}
