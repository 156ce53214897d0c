import { and, count, desc, eq, gt, isNull, max, sql } from 'drizzle-orm'
import { type Conn, type Tx, prepared } from '../../db/conn.ts'
import { findings, learning } from '../../db/schema/index.ts'
import type { Judged } from './worthiness/correction.ts'

export type LearningRow = typeof learning.$inferSelect

/** What was last said about learning from decisions; undefined when nobody ever has. */
export async function findLearning(conn: Conn): Promise<LearningRow | undefined> {
  const query = prepared(conn, 'learning', (c) => c.select().from(learning).where(eq(learning.id, 1)).prepare())
  const [row] = await query.execute()
  return row
}

/** Keeps what is said about learning from now on. */
export async function keepLearning(tx: Tx, row: Omit<LearningRow, 'id'>): Promise<void> {
  await tx
    .insert(learning)
    .values({ ...row, id: 1 })
    .onConflictDoUpdate({ target: learning.id, set: row })
}

/** The id of the newest decision, whether it stands or not; 0 when there is none. */
export async function newestDecision(conn: Conn): Promise<number> {
  const query = prepared(conn, 'learning.newest', (c) =>
    c
      .select({ id: max(findings.id) })
      .from(findings)
      .prepare(),
  )
  const [row] = await query.execute()
  return row?.id ?? 0
}

/** How many decisions made after that one stand. */
export async function countDecisions(conn: Conn, after: number): Promise<number> {
  const query = prepared(conn, 'learning.count', (c) =>
    c.select({ found: count() }).from(findings).where(standing).prepare(),
  )
  const [row] = await query.execute({ after })
  return row?.found ?? 0
}

/** What was decided after that decision and stands, with what the model had seen; the newest `most`, oldest first. */
export async function decisionsAfter(conn: Conn, after: number, most: number): Promise<Judged[]> {
  const query = prepared(conn, 'learning.decisions', (c) =>
    c
      .select({
        decision: findings.decision,
        score: sql<number>`json_extract(${findings.proposed}, '$.score')`,
        signs: sql<string | null>`json_extract(${findings.proposed}, '$.signs')`,
      })
      .from(findings)
      .where(standing)
      .orderBy(desc(findings.id))
      .limit(sql.placeholder('most'))
      .prepare(),
  )
  const rows = await query.execute({ after, most })
  return rows.reverse().map(({ decision, score, signs }) => ({
    accepted: decision === 'accepted',
    score,
    // Written with the decision, from the names that `Judged` knows.
    signs: JSON.parse(signs ?? '[]') as Judged['signs'],
  }))
}

const standing = and(gt(findings.id, sql.placeholder('after')), isNull(findings.takenBackAt))
