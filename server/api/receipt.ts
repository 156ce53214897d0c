import type { Tx } from '../../db/conn.ts'
import type { ApiNoun } from '../../db/schema/index.ts'
import { ApiRefusal } from '../errors.ts'
import { later } from '../jobs/pause.ts'
import { deleteReceipts, findReceipt, insertReceipt } from './receipt-store.ts'

/** What was made or changed, and with which status that was answered. */
export type Done = { status: number; noun: ApiNoun; rowId: number }

/** A request that may be sent twice: whose it is, its Idempotency-Key, and the SHA-256 of all that it says. */
export type Repeatable = { personId: number; key: string; requestHash: string }

const kept = 24 * 3_600_000

/**
 * Does something once for a key, and keeps the receipt in the same transaction; `again` says that it was done before. A
 * receipt is good for 24 hours. Throws ApiRefusal when the key came with another request.
 */
export async function once(
  tx: Tx,
  request: Repeatable | undefined,
  act: () => Promise<Done>,
): Promise<Done & { again: boolean }> {
  if (!request) return { ...(await act()), again: false }
  await deleteReceipts(tx, later(tx.now, -kept))
  const before = await findReceipt(tx, request)
  if (before && before.requestHash !== request.requestHash) throw new ApiRefusal('key-reused', anotherRequest)
  if (before) return { ...before, again: true }
  const done = await act()
  await insertReceipt(tx, { ...request, ...done })
  return { ...done, again: false }
}

const anotherRequest =
  'This Idempotency-Key came with another request in the last 24 hours. Make a new key for each thing that is to happen once.'
