import { inArray, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { type Conn, prepared } from '../../db/conn.ts'
import { articles, claims, people, ratings, sources } from '../../db/schema/index.ts'

export type Ids = Record<'people' | 'articles' | 'claims' | 'sources', Set<number>>

/** The names of the things with those ids, in one query a kind; kinds without ids are not asked for. */
export async function namesOf(conn: Conn, ids: Ids) {
  return {
    people: await among(ids.people, (size) =>
      prepared(conn, `names.people ${size}`, (c) =>
        c.select({ id: people.id, name: people.name }).from(people).where(oneOf(people.id, size)).prepare(),
      ),
    ),
    articles: await among(ids.articles, (size) =>
      prepared(conn, `names.articles ${size}`, (c) =>
        c.select({ id: articles.id, title: articles.title }).from(articles).where(oneOf(articles.id, size)).prepare(),
      ),
    ),
    claims: await among(ids.claims, (size) =>
      prepared(conn, `names.claims ${size}`, (c) =>
        c
          .select({ id: claims.id, articleId: claims.articleId, number: claims.number })
          .from(claims)
          .where(oneOf(claims.id, size))
          .prepare(),
      ),
    ),
    sources: await among(ids.sources, (size) =>
      prepared(conn, `names.sources ${size}`, (c) =>
        c
          .select({ id: sources.id, title: sources.title, confidential: sources.confidential })
          .from(sources)
          .where(oneOf(sources.id, size))
          .prepare(),
      ),
    ),
  }
}

/** Every rating there is or was, by key. */
export async function ratingLabels(conn: Conn): Promise<Map<string, string>> {
  const query = prepared(conn, 'names.ratings', (c) =>
    c.select({ key: ratings.key, label: ratings.label }).from(ratings).prepare(),
  )
  return new Map((await query.execute()).map(({ key, label }) => [key, label]))
}

type ById<T> = { execute: (ids: Record<string, number>) => PromiseLike<T[]> }

// A prepared statement takes a fixed number of ids: the next power of two, the last id repeated.
async function among<T>(ids: Set<number>, prepare: (size: number) => ById<T>): Promise<T[]> {
  const all = [...ids]
  if (all.length === 0) return []
  const size = 2 ** Math.ceil(Math.log2(all.length))
  const filled = Array.from({ length: size }, (_, index) => [`id${index}`, all[index] ?? all[0] ?? 0] as const)
  return prepare(size).execute(Object.fromEntries(filled))
}

const oneOf = (column: SQLiteColumn, size: number) =>
  inArray(
    column,
    Array.from({ length: size }, (_, index) => sql.placeholder(`id${index}`)),
  )
