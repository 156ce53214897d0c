import { type SQL, and, asc, count, desc, eq, isNotNull, isNull, lt } from 'drizzle-orm'
import { type Conn, type Tx, insertedId, prepared } from '../../db/conn.ts'
import { articles, claims, errorReports, people } from '../../db/schema/index.ts'

const { id, claimId, articleId, what, link, email, salt, createdAt, outcome, reason, answeredAt, erasedAt } =
  errorReports

const columns = {
  id,
  claimId,
  articleId,
  what,
  link,
  email,
  salt,
  createdAt,
  outcome,
  reason,
  answeredAt,
  erasedAt,
  statement: claims.statement,
  number: claims.number,
  articleTitle: articles.title,
  answeredBy: people.name,
}

const rows = (conn: Conn, where: SQL | undefined) =>
  conn
    .select(columns)
    .from(errorReports)
    .leftJoin(claims, eq(claims.id, claimId))
    .leftJoin(articles, eq(articles.id, articleId))
    .leftJoin(people, eq(people.id, errorReports.answeredById))
    .where(where)
    .$dynamic()

export type ErrorRow = Awaited<ReturnType<typeof openErrors>>[number]

/** Reported errors that nobody has answered, the oldest first. */
export async function openErrors(conn: Conn, limit: number) {
  return rows(conn, isNull(outcome)).orderBy(asc(id)).limit(limit)
}

type Listed = { open: boolean; claim: number | undefined; before: number | undefined; limit: number }

/** Reported errors, the newest first. */
export async function errorsBefore(conn: Conn, { open, claim, before, limit }: Listed): Promise<ErrorRow[]> {
  const state = claim === undefined ? (open ? isNull(outcome) : isNotNull(outcome)) : eq(claimId, claim)
  return rows(conn, and(state, before === undefined ? undefined : lt(id, before)))
    .orderBy(desc(id))
    .limit(limit)
}

/** One of them, or undefined. */
export async function findError(conn: Conn, wanted: number): Promise<ErrorRow | undefined> {
  return (await rows(conn, eq(id, wanted)))[0]
}

/** How many of a claim wait for an answer. */
export async function countOpen(conn: Conn, claim: number): Promise<number> {
  const [row] = await conn
    .select({ count: count() })
    .from(errorReports)
    .where(and(eq(claimId, claim), isNull(outcome)))
  return row?.count ?? 0
}

/** How many came since then (ISO 8601, UTC). */
export async function countSince(conn: Conn, since: string): Promise<number> {
  const query = prepared(conn, 'reported.newest', (c) =>
    c.select({ createdAt }).from(errorReports).orderBy(desc(id)).limit(mostCounted).prepare(),
  )
  return (await query.execute()).filter((row) => row.createdAt >= since).length
}

/** Counting stops there. */
export const mostCounted = 200

/** Returns the id. */
export async function insertError(tx: Tx, row: typeof errorReports.$inferInsert): Promise<number> {
  return insertedId(await tx.insert(errorReports).values(row).returning({ id }))
}

/** Answers or erases one. */
export async function updateError(
  tx: Tx,
  wanted: number,
  set: Partial<typeof errorReports.$inferInsert>,
): Promise<void> {
  await tx.update(errorReports).set(set).where(eq(id, wanted))
}
