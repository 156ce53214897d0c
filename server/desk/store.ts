import {
  type SQL,
  and,
  asc,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  ne,
  notExists,
  or,
  sql,
} from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type Conn, prepared } from '../../db/conn.ts'
import { articles, claims, people, ratings, reviews, rounds, verdicts } from '../../db/schema/index.ts'
import { badgeColumns } from '../verdicts/columns.ts'

/** What every list of claims on the desk shows. */
export const claimColumns = {
  id: claims.id,
  articleId: claims.articleId,
  number: claims.number,
  statement: claims.statement,
  state: claims.state,
  priority: claims.priority,
  dueOn: claims.dueOn,
  evidenceCount: claims.evidenceCount,
  articleTitle: articles.title,
}

const articleColumns = {
  id: articles.id,
  title: articles.title,
  language: articles.language,
  outlet: articles.outlet,
  publishedOn: articles.publishedOn,
  claimCount: articles.claimCount,
  decidedCount: articles.decidedCount,
  sentenceCount: articles.sentenceCount,
  lookedAtCount: articles.lookedAtCount,
}

/** What is read for one person: their id, today's date in UTC, and how many rows at most. */
export type Wanted = { personId: number; today: string; limit: number }

export type DeskClaim = Awaited<ReturnType<typeof claimsToCheck>>[number]

const me = sql.placeholder('personId')
const today = sql.placeholder('today')
const most = sql.placeholder('limit')

const claimsOf = (conn: Conn, where: SQL | undefined) =>
  conn
    .select(claimColumns)
    .from(claims)
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(and(eq(claims.assigneeId, me), where))

// The conditions of two indexes stand here word for word: only so does SQLite use them.
const atWork = sql`${claims.state} in ('open', 'checking')`
const unfinished = sql`${claims.state} not in ('decided', 'published', 'set_aside')`

/** Claims that the person has to check and that are not overdue: the most urgent first. */
export async function claimsToCheck(conn: Conn, wanted: Wanted) {
  const query = prepared(conn, 'desk.check', (c) =>
    claimsOf(c, and(atWork, gte(claims.dueKey, today)))
      .orderBy(asc(claims.priority), asc(claims.dueKey), asc(claims.id))
      .limit(most)
      .prepare(),
  )
  return query.execute(wanted)
}

/** What the person has, is not decided, and was due before today: the longest overdue first. */
export async function claimsOverdue(conn: Conn, wanted: Wanted): Promise<DeskClaim[]> {
  const query = prepared(conn, 'desk.overdue', (c) =>
    claimsOf(c, and(unfinished, lt(claims.dueKey, today)))
      .orderBy(asc(claims.dueKey), asc(claims.id))
      .limit(most)
      .prepare(),
  )
  return query.execute(wanted)
}

/** Claims that have lost their words in a newer version of their article, of those that the person checks, else made. */
export async function claimsLost(conn: Conn, wanted: Wanted): Promise<DeskClaim[]> {
  const query = prepared(conn, 'desk.lost', (c) =>
    c
      .select(claimColumns)
      .from(claims)
      .innerJoin(articles, eq(articles.id, claims.articleId))
      // Word for word the condition of its index.
      .where(
        and(
          sql`${claims.standing} = 'lost'`,
          or(eq(claims.assigneeId, me), and(isNull(claims.assigneeId), eq(claims.addedById, me))),
        ),
      )
      .orderBy(asc(claims.articleId), asc(claims.id))
      .limit(most)
      .prepare(),
  )
  return query.execute(wanted)
}

export type DeskVerdict = Awaited<ReturnType<typeof toReview>>[number]

/** Another verdict than the one that a list is about, to be compared with it. */
export const newer = alias(verdicts, 'newer')
const its = alias(rounds, 'its')

/** The verdicts that meet the condition on `newer`, without sealed ones: those stand in nobody's way, or would show. */
export const givenLater = (conn: Conn, condition: SQL | undefined) =>
  conn
    .select({ id: newer.id })
    .from(newer)
    .leftJoin(its, eq(its.id, newer.roundId))
    .where(and(condition, or(isNull(newer.roundId), isNotNull(its.closedAt))))

const superseding = (conn: Conn) =>
  givenLater(conn, and(eq(newer.claimId, claims.id), gt(newer.number, verdicts.number)))

const verdictColumns = {
  ...claimColumns,
  verdictId: verdicts.id,
  verdictNumber: verdicts.number,
  rationale: verdicts.rationale,
  rating: badgeColumns,
  givenAt: verdicts.createdAt,
  person: people.name,
  reason: reviews.reason,
}

/** The newest verdicts of claims in review that somebody else gave, in the order of the claims; those of rounds are settled instead. `person` is who gave it. */
export async function toReview(conn: Conn, wanted: Wanted) {
  const query = prepared(conn, 'desk.review', (c) =>
    c
      .select(verdictColumns)
      .from(claims)
      .innerJoin(articles, eq(articles.id, claims.articleId))
      .innerJoin(verdicts, eq(verdicts.claimId, claims.id))
      .innerJoin(ratings, eq(ratings.id, verdicts.ratingId))
      .innerJoin(people, eq(people.id, verdicts.authorId))
      .leftJoin(reviews, eq(reviews.verdictId, verdicts.id))
      .where(
        and(
          eq(claims.state, 'in_review'),
          ne(verdicts.authorId, me),
          isNull(reviews.id),
          isNull(verdicts.roundId),
          notExists(superseding(c)),
        ),
      )
      .orderBy(asc(claims.id))
      .limit(most)
      .prepare(),
  )
  return query.execute(wanted)
}

/** The person's verdicts that were returned and not followed by another, newest first. `person` is who returned it. */
export async function verdictsReturned(conn: Conn, wanted: Wanted): Promise<DeskVerdict[]> {
  const query = prepared(conn, 'desk.returned', (c) =>
    c
      .select(verdictColumns)
      .from(reviews)
      .innerJoin(verdicts, eq(verdicts.id, reviews.verdictId))
      .innerJoin(claims, eq(claims.id, verdicts.claimId))
      .innerJoin(articles, eq(articles.id, claims.articleId))
      .innerJoin(ratings, eq(ratings.id, verdicts.ratingId))
      .innerJoin(people, eq(people.id, reviews.reviewerId))
      .where(
        and(
          eq(reviews.authorId, me),
          sql`${reviews.outcome} = 'returned'`,
          inArray(claims.state, ['open', 'checking']),
          notExists(superseding(c)),
        ),
      )
      .orderBy(desc(reviews.id))
      .limit(most)
      .prepare(),
  )
  return query.execute(wanted)
}

export type DeskArticle = Awaited<ReturnType<typeof articlesInWork>>[number]

/** Articles with sentences nobody looked at or claims that are not decided, newest first. */
export async function articlesInWork(conn: Conn, limit: number) {
  const query = prepared(conn, 'desk.articles', (c) =>
    c
      .select(articleColumns)
      .from(articles)
      .where(or(lt(articles.lookedAtCount, articles.sentenceCount), lt(articles.decidedCount, articles.claimCount)))
      .orderBy(desc(articles.id))
      .limit(most)
      .prepare(),
  )
  return query.execute({ limit })
}
