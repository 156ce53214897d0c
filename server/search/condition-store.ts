import { type SQL, and, eq, gte, inArray, lt, or, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import {
  articles,
  claims,
  comments,
  evidence,
  outsideChecks,
  rounds,
  snapshots,
  sources,
  threads,
  verdicts,
} from '../../db/schema/index.ts'
import { indexes } from './indexes.ts'
import { matching, wordTerm } from './match.ts'
import type { Field } from './parts.ts'
import type { Term } from './query.ts'
import type { SearchKind } from './words.ts'

/** A field with what may stand in it; `ratings` and `people` are the ids that its terms mean, never empty. */
export type FieldAsked = { field: Field; any: Term[]; ratings: number[]; people: number[] }

/** What a search is narrowed to besides words; `until` is the first instant after it. */
export type Narrowed = {
  state: string | undefined
  ratings: number[] | undefined
  article: number | undefined
  from: string | undefined
  until: string | undefined
}

type Columns = {
  state?: SQLiteColumn
  rating?: SQLiteColumn
  article?: SQLiteColumn
  day: SQL
}

const columns: Record<SearchKind, Columns> = {
  claims: { state: claims.state, rating: claims.ratingId, article: claims.articleId, day: sql`${claims.createdAt}` },
  articles: { article: articles.id, day: sql`coalesce(${articles.publishedOn}, ${articles.createdAt})` },
  sources: { day: sql`${sources.createdAt}` },
  copies: { day: sql`${snapshots.capturedAt}` },
  comments: {
    state: claims.state,
    rating: claims.ratingId,
    article: claims.articleId,
    day: sql`${comments.createdAt}`,
  },
  checks: { day: sql`coalesce(${outsideChecks.checkedOn}, ${outsideChecks.createdAt})` },
}

/** The conditions on the kind's rows, or undefined for a kind that does not have what is asked for. */
export function narrowedTo(kind: SearchKind, { state, ratings, article, from, until }: Narrowed): SQL[] | undefined {
  const own = columns[kind]
  const needed: [unknown, SQL | undefined][] = [
    [state, own.state && eq(own.state, state)],
    [ratings, own.rating && inArray(own.rating, ratings ?? [])],
    [article, own.article && eq(own.article, article)],
    [from, gte(own.day, from)],
    [until, lt(own.day, until)],
  ]
  const wanted = needed.filter(([value]) => value !== undefined).map(([, condition]) => condition)
  return wanted.every((condition) => condition !== undefined) ? wanted : undefined
}

/** The condition on the kind's rows that a field stands for; undefined where the kind has no such field. */
export function fieldCondition(kind: SearchKind, asked: FieldAsked, closed: boolean): SQL | undefined {
  return byField[asked.field]?.[kind]?.(asked, closed)
}

type ByKind = Partial<Record<SearchKind, (asked: FieldAsked, closed: boolean) => SQL | undefined>>

const byField: Partial<Record<Field, ByKind>> = {
  claimant: {
    comments: (asked) => sql`${claims.id} in ${found('claims', 'claimant', asked)}`,
  },
  outlet: {
    copies: (asked, closed) => sql`${snapshots.sourceId} in ${foundSources('publisher', asked, closed)}`,
    claims: (asked) => sql`${claims.articleId} in ${found('articles', 'outlet', asked)}`,
    comments: (asked) => sql`${claims.articleId} in ${found('articles', 'outlet', asked)}`,
  },
  article: {
    claims: (asked) => sql`${claims.articleId} in ${found('articles', 'title', asked)}`,
    comments: (asked) => sql`${claims.articleId} in ${found('articles', 'title', asked)}`,
  },
  rating: {
    claims: ({ ratings }) => inArray(claims.ratingId, ratings),
    comments: ({ ratings }) => inArray(claims.ratingId, ratings),
  },
  by: {
    checks: ({ people }) => inArray(outsideChecks.addedById, people),
    claims: ({ people }) =>
      or(
        inArray(claims.assigneeId, people),
        inArray(claims.addedById, people),
        sql`${claims.id} in ${judgedBy(people)}`,
      ),
    articles: (asked) =>
      or(inArray(articles.addedById, asked.people), sql`${articles.id} in ${found('articles', 'byline', asked)}`),
    sources: (asked, closed) =>
      or(inArray(sources.addedById, asked.people), sql`${sources.id} in ${foundSources('author', asked, closed)}`),
    copies: ({ people }) => inArray(snapshots.capturedById, people),
    comments: ({ people }) => inArray(comments.authorId, people),
  },
  source: {
    copies: (asked, closed) => sql`${snapshots.sourceId} in ${foundSources('title publisher', asked, closed)}`,
    claims: (asked, closed) => sql`${claims.id} in (select ${evidence.claimId} from ${evidence}
      where ${evidence.withdrawnAt} is null and ${evidence.sourceId} in ${foundSources('title publisher', asked, closed)})`,
    comments: (asked, closed) => sql`${threads.evidenceId} in (select ${evidence.id} from ${evidence}
      where ${evidence.sourceId} in ${foundSources('title publisher', asked, closed)})`,
  },
}

function found(kind: SearchKind, column: string, { any }: Pick<FieldAsked, 'any'>): SQL {
  return inIndex(indexes[kind].words, column, any)
}

function foundSources(column: string, { any }: Pick<FieldAsked, 'any'>, closed: boolean): SQL {
  const open = inIndex('search_sources', column, any)
  return closed
    ? sql`(select id from ${open} union all select id from ${inIndex('search_closed_sources', column, any)})`
    : open
}

function inIndex(index: string, names: string, any: Term[]): SQL {
  const table = sql.raw(index)
  const match = matching([{ not: false, columns: names, terms: any.map(wordTerm) }])
  return sql`(select rowid as id from ${table} where ${table} match ${match})`
}

// Not even one's own verdict in an open round: what is found would else differ between the two who judge.
const judgedBy = (people: number[]) => sql`(select ${verdicts.claimId} from ${verdicts}
  left join ${rounds} on ${rounds.id} = ${verdicts.roundId}
  where ${inArray(verdicts.authorId, people)} and (${verdicts.roundId} is null or ${rounds.closedAt} is not null))`

const from: Record<SearchKind, SQL> = {
  claims: sql`select ${claims.id} from ${claims}`,
  articles: sql`select ${articles.id} from ${articles}`,
  sources: sql`select ${sources.id} from ${sources}`,
  copies: sql`select ${snapshots.id} from ${snapshots}`,
  comments: sql`select ${comments.id} from ${comments} join ${threads} on ${threads.id} = ${comments.threadId}
    join ${claims} on ${claims.id} = ${threads.claimId}`,
  checks: sql`select ${outsideChecks.id} from ${outsideChecks}`,
}

/** The ids of the kind's rows that meet all conditions. */
export const idsWhere = (kind: SearchKind, conditions: SQL[]): SQL => sql`(${from[kind]} where ${and(...conditions)})`
