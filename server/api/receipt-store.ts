import { and, eq, lt } from 'drizzle-orm'
import type { Conn, Tx } from '../../db/conn.ts'
import { apiReceipts } from '../../db/schema/index.ts'

type Receipt = typeof apiReceipts.$inferSelect

/** The receipt that somebody has under that key, however old. */
export async function findReceipt(conn: Conn, { personId, key }: Pick<Receipt, 'personId' | 'key'>) {
  const [found] = await conn
    .select()
    .from(apiReceipts)
    .where(and(eq(apiReceipts.personId, personId), eq(apiReceipts.key, key)))
  return found
}

/** Keeps a receipt. */
export async function insertReceipt(tx: Tx, receipt: Omit<Receipt, 'createdAt'>): Promise<void> {
  await tx.insert(apiReceipts).values({ ...receipt, createdAt: tx.now })
}

/** Forgets the receipts from before an instant. */
export async function deleteReceipts(tx: Tx, before: string): Promise<void> {
  await tx.delete(apiReceipts).where(lt(apiReceipts.createdAt, before))
}
