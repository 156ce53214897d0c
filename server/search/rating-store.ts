import { asc } from 'drizzle-orm'
import { type Conn, prepared } from '../../db/conn.ts'
import { ratings } from '../../db/schema/index.ts'
import { badgeColumns } from '../verdicts/columns.ts'

export type SearchRating = Awaited<ReturnType<typeof allRatings>>[number]

/** Every rating of every scale, retired ones too: claims keep them. */
export async function allRatings(conn: Conn) {
  const query = prepared(conn, 'search.ratings', (c) =>
    c
      .select({ id: ratings.id, key: ratings.key, ...badgeColumns })
      .from(ratings)
      .orderBy(asc(ratings.scale), asc(ratings.position))
      .prepare(),
  )
  return query.execute()
}
