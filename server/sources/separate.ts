import type { Conn, Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { Conflict, missing } from '../errors.ts'
import { lookUpAgain } from '../evidence/look-again.ts'
import { returnEvidence } from '../evidence/move.ts'
import { record } from '../history/record.ts'
import { wasWatched } from '../watching/watch.ts'
import { askToIndexCopies } from '../search/copy-index.ts'
import { originIdIn } from './keys.ts'
import { findMerger, markMerged, markUndone, moveOrigins } from './merge-store.ts'
import { type NewSource, type Source, newDetails, readSource, saveSource } from './source.ts'

type Merger = NonNullable<Awaited<ReturnType<typeof findMerger>>>

/** A source that was merged into another, that other one, and how it came about. Throws NotFound for one that stands. */
export async function readMerger(conn: Conn, viewer: Person, id: number) {
  const gone = await readSource(conn, viewer, id)
  const merger = (await findMerger(conn, gone.id)) ?? missing('merged source')
  const kept = await readSource(conn, viewer, merger.keptId)
  return { gone, kept, merger, watched: await wasWatched(conn, gone.id) }
}

/**
 * Takes two merged sources apart: the evidence that moved goes back, and so do the details of the kept one when nobody edited
 * it since; returns whether they did. What became confidential stays so, since what was added meanwhile may be. Throws
 * Conflict when the kept one was merged into another itself.
 */
export function separateSources(db: Db, person: Person, id: number): Promise<boolean> {
  permit(person, 'source.merge')
  return write(db, async (tx) => {
    const { gone, kept, merger } = await readMerger(tx, person, id)
    if (kept.mergedIntoId !== null)
      throw new Conflict(`“${kept.title}” was merged into another source since. Take those two apart first.`)
    const restored = await restore(tx, person, { kept, merger })
    const move = { from: kept.id, to: gone.id }
    const mark = { id: gone.id, version: gone.version, mergedIntoId: null }
    // As secret as the other while evidence moves, because what is searched is kept apart by that; then as it was.
    await markMerged(tx, { ...mark, confidential: kept.confidential })
    const evidence = await returnEvidence(tx, { ...move, ids: merger.evidence })
    await moveOrigins(tx, { ...move, ids: merger.origins })
    await markMerged(tx, { ...mark, confidential: gone.confidential })
    // Neither has the copies of the other any more.
    for (const id of [kept.id, gone.id]) await lookUpAgain(tx, id)
    await askToIndexCopies(tx)
    await markUndone(tx, merger.id, person.id)
    await record(tx, person, 'source.separated', { source: kept.id }, { merged: gone.id, evidence, restored })
    return restored
  })
}

async function restore(tx: Tx, person: Person, { kept, merger }: { kept: Source; merger: Merger }): Promise<boolean> {
  if (kept.version !== merger.keptVersion) return false
  const now = newDetails(kept)
  // The fields of a merger are those of a source, as `merge` stored them.
  const after = { ...now, ...(merger.before as Partial<NewSource>), confidential: now.confidential }
  await saveSource(tx, person, { before: kept, after, originId: originIdIn(after.origin) ?? null })
  return true
}
