import type { Tx } from '../../db/conn.ts'
import { addJob } from '../jobs/job.ts'
import { longestPiece, pieceAfter, pieceBits } from './copy-pieces.ts'
import { deletePiece, deleteWaitingCopy, hasMisplaced, insertPiece, isClosed, lastPiece } from './copy-store.ts'

/** The name under which the job that indexes copies is stored. */
export const indexCopiesKind = 'search.index_copies'

/** Has a copy that was just kept indexed: a short text at once, a long one by the job. */
export async function indexCopy(tx: Tx, copy: { id: number; text: string }): Promise<void> {
  if (copy.text.length > longestPiece) return askToIndexCopies(tx)
  while (await indexMore(tx, copy));
}

/** Asks for what waits to be indexed: after a change of what is confidential, for one. */
export async function askToIndexCopies(tx: Tx): Promise<void> {
  await addJob(tx, { kind: indexCopiesKind, payload: {}, key: 'waiting' })
}

/**
 * Does the next small step that a copy needs to be in the index where it belongs: takes its last piece out while one stands in
 * the other index, or puts the next one in. Returns how many characters are in now; undefined when that was all, and it waits no more.
 */
export async function indexMore(tx: Tx, { id, text }: { id: number; text: string }): Promise<number | undefined> {
  const [closed, last] = [await isClosed(tx, id), await lastPiece(tx, id)]
  if (last && (await hasMisplaced(tx, id, closed))) {
    await deletePiece(tx, last.id)
    return last.start
  }
  const piece = pieceAfter(text, last)
  if (!piece) {
    await deleteWaitingCopy(tx, id)
    return undefined
  }
  await insertPiece(tx, id, { ...piece, closed, number: last ? (last.id % 2 ** pieceBits) + 1 : 0 })
  return piece.end
}
