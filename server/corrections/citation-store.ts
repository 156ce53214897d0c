import { and, asc, eq, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type Conn, type Tx, prepared } from '../../db/conn.ts'
import { citations, claims, ratings } from '../../db/schema/index.ts'
import { badgeColumns } from '../verdicts/columns.ts'

const id = sql.placeholder('id')
const other = alias(claims, 'other')
const columns = {
  id: other.id,
  articleId: other.articleId,
  number: other.number,
  statement: other.statement,
  state: other.state,
  rating: badgeColumns,
}

/** The claims that this one rests on, and those that rest on it: `rests` tells which of the two. */
export async function citationRows(conn: Conn, claimId: number) {
  const rests = sql<number>`${citations.claimId} = ${id}`
  const otherId = sql`case when ${citations.claimId} = ${id} then ${citations.citedId} else ${citations.claimId} end`
  const query = prepared(conn, 'citations.ofClaim', (c) =>
    c
      .select({ ...columns, rests })
      .from(citations)
      .innerJoin(other, eq(other.id, otherId))
      .leftJoin(ratings, eq(ratings.id, other.ratingId))
      .where(or(eq(citations.claimId, id), eq(citations.citedId, id)))
      .orderBy(asc(other.id))
      .prepare(),
  )
  return query.execute({ id: claimId })
}

/** The claim of that number in its article, or undefined. */
export async function claimNumbered(conn: Conn, { articleId, number }: { articleId: number; number: number }) {
  const [found] = await conn
    .select({ id: claims.id, decisionId: claims.decisionId })
    .from(claims)
    .where(and(eq(claims.articleId, articleId), eq(claims.number, number)))
  return found
}

/** Whether one claim is noted to rest on the other. */
export async function isCited(
  conn: Conn,
  { claimId, citedId }: { claimId: number; citedId: number },
): Promise<boolean> {
  const found = await conn
    .select({ id: citations.claimId })
    .from(citations)
    .where(and(eq(citations.claimId, claimId), eq(citations.citedId, citedId)))
  return found.length > 0
}

/** A second one of the same two claims breaks a constraint. */
export async function insertCitation(tx: Tx, row: typeof citations.$inferInsert): Promise<void> {
  await tx.insert(citations).values(row)
}

/** The only row that is deleted here: the history says that it was there. */
export async function deleteCitation(
  tx: Tx,
  { claimId, citedId }: { claimId: number; citedId: number },
): Promise<void> {
  await tx.delete(citations).where(and(eq(citations.claimId, claimId), eq(citations.citedId, citedId)))
}
