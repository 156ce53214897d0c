import { and, eq, inArray } from 'drizzle-orm'
import type { Conn, Tx } from '../../db/conn.ts'
import { sourceRevisions } from '../../db/schema/index.ts'

/** What the edits changed whose events have those numbers; those of what was confidential only when `all`. */
export async function findRevisions(conn: Conn, { seqs, all }: { seqs: number[]; all: boolean }) {
  return conn
    .select({ seq: sourceRevisions.seq, before: sourceRevisions.before, after: sourceRevisions.after })
    .from(sourceRevisions)
    .where(and(inArray(sourceRevisions.seq, seqs), all ? undefined : eq(sourceRevisions.confidential, false)))
}

/** Adds one edit. */
export async function insertRevision(tx: Tx, row: Omit<typeof sourceRevisions.$inferInsert, 'id'>): Promise<void> {
  await tx.insert(sourceRevisions).values(row)
}
