import type { Tx } from '../../db/conn.ts'
import { lookUpAgain } from '../evidence/look-again.ts'
import { askToIndexCopies } from '../search/copy-index.ts'
import { hideEntries } from './entries.ts'

type Secret = { confidential: boolean }

/** Carries on what an edit of a source says about whether it is confidential, to what hangs on it. */
export async function followSecrecy(tx: Tx, id: number, { before, after }: Record<'before' | 'after', Secret>) {
  if (after.confidential) await hideEntries(tx, id)
  // What was merged into it stays confidential, and its copies are no longer to be led to.
  else if (before.confidential) await lookUpAgain(tx, id)
  if (before.confidential !== after.confidential) await askToIndexCopies(tx)
}
