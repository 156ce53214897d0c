import type { Tx } from '../../db/conn.ts'
import type { Stance } from './words.ts'
import { findItem, insertEvidence, updateEvidence } from './store.ts'

/** Puts a source on a claim as context, without a passage and without an event of its own. */
export async function addImportedEvidence(
  tx: Tx,
  actor: { id: number },
  { claimId, sourceId }: { claimId: number; sourceId: number },
): Promise<void> {
  await insertEvidence(tx, { ...bare, claimId, sourceId, addedById: actor.id })
}

type Own = {
  /** Its number where it came from, which it keeps where that is free. */
  id: number
  claimId: number
  sourceId: number
  stance: Stance
  passage: string | null
  locator: string | null
}

/** Puts evidence out of our own file on a claim, without an event of its own. Returns its id. */
export async function addOwnEvidence(tx: Tx, actor: { id: number }, { id, ...own }: Own): Promise<number> {
  const isFree = (await findItem(tx, id)) === undefined
  return insertEvidence(tx, { ...bare, ...own, ...(isFree && { id }), addedById: actor.id })
}

/** Withdraws imported evidence, unless somebody has changed or withdrawn it since; then false. */
export async function withdrawImportedEvidence(
  tx: Tx,
  actor: { id: number },
  { id, reason }: { id: number; reason: string },
): Promise<boolean> {
  const item = await findItem(tx, id)
  if (!item || item.withdrawnAt !== null || item.version !== 1) return false
  await updateEvidence(tx, id, { withdrawnAt: tx.now, withdrawnById: actor.id, withdrawnReason: reason })
  return true
}

const bare = {
  stance: 'context' as const,
  passage: null,
  locator: null,
  note: null,
  snapshotId: null,
  passageStart: null,
  passageEnd: null,
  passageMatch: null,
  passageThere: null,
  passageLastIn: null,
}
