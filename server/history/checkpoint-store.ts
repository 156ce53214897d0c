import { and, asc, count, desc, eq, gt, gte, lte } from 'drizzle-orm'
import { type Conn, type Tx, insertedId, prepared } from '../../db/conn.ts'
import { checkpoints, events } from '../../db/schema/index.ts'

export type CheckpointRow = typeof checkpoints.$inferSelect

/** The checkpoint of the longest history, or undefined before the first. */
export async function newestCheckpoint(conn: Conn): Promise<CheckpointRow | undefined> {
  const query = prepared(conn, 'checkpoints.newest', (c) =>
    c.select().from(checkpoints).orderBy(desc(checkpoints.size)).limit(1).prepare(),
  )
  const [row] = await query.execute()
  return row
}

/** How many checkpoints there are. */
export async function countCheckpoints(conn: Conn): Promise<number> {
  const [row] = await conn.select({ count: count() }).from(checkpoints)
  return row?.count ?? 0
}

/** Stores a checkpoint and returns its number; a trigger keeps it from ever changing. */
export async function appendCheckpoint(tx: Tx, row: Omit<CheckpointRow, 'id' | 'createdAt'>): Promise<number> {
  const values = { ...row, createdAt: tx.now }
  return insertedId(await tx.insert(checkpoints).values(values).returning({ id: checkpoints.id }))
}

/** Every checkpoint, of the shortest history first, without where its tree goes on. */
export async function allCheckpoints(conn: Conn) {
  const { id, size, root, note, createdAt } = checkpoints
  return conn
    .select({ id, size, root, note, createdAt })
    .from(checkpoints)
    .orderBy(asc(checkpoints.size), asc(checkpoints.id))
}

/** The shortest checkpoint that is over that event, or undefined while none is. */
export async function checkpointOver(conn: Conn, seq: number): Promise<{ size: number; note: string } | undefined> {
  const { size, note } = checkpoints
  const [row] = await conn
    .select({ size, note })
    .from(checkpoints)
    .where(gte(checkpoints.size, seq))
    .orderBy(asc(size))
    .limit(1)
  return row
}

/** The bodies of up to `limit` events after `seq`, oldest first. */
export async function bodiesAfter(conn: Conn, seq: number, limit: number) {
  const { seq: number, body } = events
  return conn.select({ seq: number, body }).from(events).where(gt(events.seq, seq)).orderBy(events.seq).limit(limit)
}

/** The events that name a key for signing, up to that number, oldest first. */
export async function keyEvents(conn: Conn, upTo = Number.MAX_SAFE_INTEGER) {
  const named = and(eq(events.kind, 'people'), eq(events.type, 'key.made'), lte(events.seq, upTo))
  return conn.select({ seq: events.seq, body: events.body }).from(events).where(named).orderBy(events.seq)
}
