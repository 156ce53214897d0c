import { and, asc, count, eq, inArray, sql } from 'drizzle-orm'
import { type Conn, prepared } from '../../db/conn.ts'
import { claims, people } from '../../db/schema/index.ts'

const isUnfinished = inArray(claims.state, ['candidate', 'open', 'checking', 'in_review'])

/** What a person has to check and is not done with: candidates and claims in review too. */
export async function unfinishedOf(conn: Conn, personId: number) {
  return conn
    .select({
      id: claims.id,
      articleId: claims.articleId,
      state: claims.state,
      assignee: { id: people.id, name: people.name },
      version: claims.version,
    })
    .from(claims)
    .leftJoin(people, eq(people.id, claims.assigneeId))
    .where(and(eq(claims.assigneeId, personId), isUnfinished))
    .orderBy(asc(claims.id))
}

/** How many claims `unfinishedOf` would return. */
export async function countUnfinished(conn: Conn, personId: number): Promise<number> {
  const query = prepared(conn, 'claims.unfinished', (c) =>
    c
      .select({ n: count() })
      .from(claims)
      .where(and(eq(claims.assigneeId, sql.placeholder('personId')), isUnfinished))
      .prepare(),
  )
  return (await query.execute({ personId }))[0]?.n ?? 0
}
