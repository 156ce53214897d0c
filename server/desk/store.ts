import { and, asc, desc, eq, gt, inArray, isNull, lt, ne, notExists, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Conn } from '../../db/conn.ts'
import { articles, claims, people, ratings, reviews, verdicts } from '../../db/schema/index.ts'
import { badgeColumns } from '../verdicts/columns.ts'

const claimColumns = {
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
  claimCount: articles.claimCount,
  decidedCount: articles.decidedCount,
  sentenceCount: articles.sentenceCount,
  lookedAtCount: articles.lookedAtCount,
}

export type DeskArticle = Awaited<ReturnType<typeof articlesInWork>>[number]

export type DeskClaim = Awaited<ReturnType<typeof claimsToCheck>>[number]

/** Claims that the person has to check: the most urgent first. */
export async function claimsToCheck(conn: Conn, personId: number, limit: number) {
  return conn
    .select(claimColumns)
    .from(claims)
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .where(and(eq(claims.assigneeId, personId), inArray(claims.state, ['open', 'checking'])))
    .orderBy(asc(claims.priority), sql`${claims.dueOn} is null`, asc(claims.dueOn), asc(claims.id))
    .limit(limit)
}

export type DeskVerdict = Awaited<ReturnType<typeof toReview>>[number]

const newer = alias(verdicts, 'newer')

const superseding = (conn: Conn) =>
  conn
    .select({ id: newer.id })
    .from(newer)
    .where(and(eq(newer.claimId, verdicts.claimId), gt(newer.number, verdicts.number)))

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

/** The newest verdicts of claims in review that somebody else gave, in the order of the claims. `person` is who gave it. */
export async function toReview(conn: Conn, personId: number, limit: number) {
  return conn
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
        ne(verdicts.authorId, personId),
        isNull(reviews.id),
        notExists(superseding(conn)),
      ),
    )
    .orderBy(asc(claims.id))
    .limit(limit)
}

/** The person's verdicts that were returned and not followed by another, newest first. `person` is who returned it. */
export async function verdictsReturned(conn: Conn, personId: number, limit: number): Promise<DeskVerdict[]> {
  return conn
    .select(verdictColumns)
    .from(reviews)
    .innerJoin(verdicts, eq(verdicts.id, reviews.verdictId))
    .innerJoin(claims, eq(claims.id, verdicts.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .innerJoin(ratings, eq(ratings.id, verdicts.ratingId))
    .innerJoin(people, eq(people.id, reviews.reviewerId))
    .where(
      and(
        eq(reviews.authorId, personId),
        sql`${reviews.outcome} = 'returned'`,
        inArray(claims.state, ['open', 'checking']),
        notExists(superseding(conn)),
      ),
    )
    .orderBy(desc(reviews.id))
    .limit(limit)
}

/** Articles with sentences nobody looked at or claims that are not decided, newest first. */
export async function articlesInWork(conn: Conn, limit: number) {
  return conn
    .select(articleColumns)
    .from(articles)
    .where(or(lt(articles.lookedAtCount, articles.sentenceCount), lt(articles.decidedCount, articles.claimCount)))
    .orderBy(desc(articles.id))
    .limit(limit)
}
