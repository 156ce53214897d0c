import type { Tx } from '../../db/conn.ts'
import type { NewOutside } from './outside.ts'
import { findOutside, insertOutside, withdrawRow } from './outside-store.ts'

/** Keeps a check out of a file, without an event of its own. Returns its id. */
export const addImportedCheck = (
  tx: Tx,
  actor: { id: number },
  check: NewOutside & { importId: number },
): Promise<number> => insertOutside(tx, { ...check, addedById: actor.id, createdAt: tx.now })

/** Withdraws a check that was imported; false when somebody has withdrawn it before. */
export async function withdrawImported(tx: Tx, actor: { id: number }, id: number): Promise<boolean> {
  const check = await findOutside(tx, id)
  if (!check || check.withdrawnAt !== null) return false
  await withdrawRow(tx, id, actor)
  return true
}
