import { inArray } from 'drizzle-orm'
import type { Conn } from '../../db/conn.ts'
import { articles, claims, people, ratings, sources } from '../../db/schema/index.ts'

export type Ids = Record<'people' | 'articles' | 'claims' | 'sources', Set<number>>

/** The names of the things with those ids, in one query a kind; kinds without ids are not asked for. */
export async function namesOf(conn: Conn, ids: Ids) {
  const [who, texts, made, found] = [[...ids.people], [...ids.articles], [...ids.claims], [...ids.sources]]
  const claimColumns = { id: claims.id, articleId: claims.articleId, number: claims.number }
  return {
    people: who.length
      ? await conn.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, who))
      : [],
    articles: texts.length
      ? await conn.select({ id: articles.id, title: articles.title }).from(articles).where(inArray(articles.id, texts))
      : [],
    claims: made.length ? await conn.select(claimColumns).from(claims).where(inArray(claims.id, made)) : [],
    sources: found.length
      ? await conn.select({ id: sources.id, title: sources.title }).from(sources).where(inArray(sources.id, found))
      : [],
  }
}

/** Every rating there is or was, by key. */
export async function ratingLabels(conn: Conn): Promise<Map<string, string>> {
  const rows = await conn.select({ key: ratings.key, label: ratings.label }).from(ratings)
  return new Map(rows.map(({ key, label }) => [key, label]))
}
