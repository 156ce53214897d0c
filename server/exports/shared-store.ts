import { eq } from 'drizzle-orm'
import { type Conn, prepared } from '../../db/conn.ts'
import { articles, claimants, people, ratings, versions } from '../../db/schema/index.ts'
import { among, listed } from './store.ts'

/** The versions of articles that claims were quoted from, each with its article. */
export async function versionsById(conn: Conn, ids: readonly number[]) {
  const { title, publishedOn, outlet, language } = articles
  const query = prepared(conn, 'exports.versions', (c) =>
    c
      .select({ id: versions.id, number: versions.number, title, publishedOn, outlet, language })
      .from(versions)
      .innerJoin(articles, eq(articles.id, versions.articleId))
      .where(among(versions.id))
      .prepare(),
  )
  return query.execute(listed(ids))
}

export type VersionRow = Awaited<ReturnType<typeof versionsById>>[number]

/** The claimants of those ids, in no order, as the next ones; unknown ids are left out. */
export async function claimantsById(conn: Conn, ids: readonly number[]) {
  const { id, name, role } = claimants
  const query = prepared(conn, 'exports.claimants', (c) =>
    c.select({ id, name, role }).from(claimants).where(among(id)).prepare(),
  )
  return query.execute(listed(ids))
}

export type ClaimantRow = Awaited<ReturnType<typeof claimantsById>>[number]

/** The ratings of those ids, retired ones too. */
export async function ratingsById(conn: Conn, ids: readonly number[]) {
  const { id, key, value, scale } = ratings
  const query = prepared(conn, 'exports.ratings', (c) =>
    c.select({ id, key, value, scale }).from(ratings).where(among(id)).prepare(),
  )
  return query.execute(listed(ids))
}

export type RatingRow = Awaited<ReturnType<typeof ratingsById>>[number]

/** The people of those ids by name, deactivated ones too. */
export async function peopleById(conn: Conn, ids: readonly number[]) {
  const { id, name } = people
  const query = prepared(conn, 'exports.people', (c) => c.select({ id, name }).from(people).where(among(id)).prepare())
  return query.execute(listed(ids))
}

export type PersonRow = Awaited<ReturnType<typeof peopleById>>[number]
