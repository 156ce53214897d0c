import type { Tx } from '../../db/conn.ts'
import { insertEvidence } from './store.ts'

/** Puts a source on a claim as context, without a passage and without an event of its own. */
export async function addImportedEvidence(
  tx: Tx,
  actor: { id: number },
  { claimId, sourceId }: { claimId: number; sourceId: number },
): Promise<void> {
  await insertEvidence(tx, { ...bare, claimId, sourceId, addedById: actor.id })
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
