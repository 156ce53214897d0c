import { aliasedTable, eq, inArray } from 'drizzle-orm'
import type { Conn } from '../../db/conn.ts'
import {
  articles,
  claimants,
  claims,
  comments,
  evidence,
  outsideChecks,
  people,
  snapshots,
  sources,
  threads,
} from '../../db/schema/index.ts'

const claimColumns = {
  id: claims.id,
  articleId: claims.articleId,
  number: claims.number,
  statement: claims.statement,
  articleTitle: articles.title,
}

/** What is shown of claims beside their texts. */
export async function claimRows(conn: Conn, ids: number[]) {
  return conn
    .select({ ...claimColumns, claimant: claimants.name, state: claims.state, ratingId: claims.ratingId })
    .from(claims)
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .leftJoin(claimants, eq(claimants.id, claims.claimantId))
    .where(inArray(claims.id, ids))
}

/** What is shown of articles. */
export async function articleRows(conn: Conn, ids: number[]) {
  return conn
    .select({
      id: articles.id,
      title: articles.title,
      outlet: articles.outlet,
      publishedOn: articles.publishedOn,
      claimCount: articles.claimCount,
    })
    .from(articles)
    .where(inArray(articles.id, ids))
}

/** What is shown of sources. */
export async function sourceRows(conn: Conn, ids: number[]) {
  return conn
    .select({
      id: sources.id,
      title: sources.title,
      kind: sources.kind,
      publisher: sources.publisher,
      publishedOn: sources.publishedOn,
      confidential: sources.confidential,
    })
    .from(sources)
    .where(inArray(sources.id, ids))
}

/** What is shown of copies. */
export async function copyRows(conn: Conn, ids: number[]) {
  return conn
    .select({
      id: snapshots.id,
      capturedAt: snapshots.capturedAt,
      mediaType: snapshots.mediaType,
      source: { id: sources.id, title: sources.title, confidential: sources.confidential },
    })
    .from(snapshots)
    .innerJoin(sources, eq(sources.id, snapshots.sourceId))
    .where(inArray(snapshots.id, ids))
}

/** What is shown of checks by other publishers. */
export async function checkRows(conn: Conn, ids: number[]) {
  return conn
    .select({
      id: outsideChecks.id,
      publisher: outsideChecks.publisher,
      claimant: outsideChecks.claimant,
      checkedOn: outsideChecks.checkedOn,
      rating: outsideChecks.ratingLabel,
    })
    .from(outsideChecks)
    .where(inArray(outsideChecks.id, ids))
}

const author = aliasedTable(people, 'author')

/** What is shown of comments. */
export async function commentRows(conn: Conn, ids: number[]) {
  return conn
    .select({
      id: comments.id,
      createdAt: comments.createdAt,
      author: author.name,
      claim: claimColumns,
      source: sources.title,
    })
    .from(comments)
    .innerJoin(author, eq(author.id, comments.authorId))
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .innerJoin(claims, eq(claims.id, threads.claimId))
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .leftJoin(evidence, eq(evidence.id, threads.evidenceId))
    .leftJoin(sources, eq(sources.id, evidence.sourceId))
    .where(inArray(comments.id, ids))
}
