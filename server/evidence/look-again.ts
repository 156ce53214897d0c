import type { Tx } from '../../db/conn.ts'
import { newestOfEach } from '../snapshots/snapshot.ts'
import { entriesOfOne } from '../sources/entries.ts'
import { askForLookUp, nowhere } from './look-up.ts'
import { forgetPlaces } from './move-store.ts'

/**
 * Has the passages of a source looked up again, soon after, because other copies are its own now than were before. Places in
 * copies that are not are forgotten at once: nothing may lead there any more.
 */
export async function lookUpAgain(tx: Tx, sourceId: number): Promise<void> {
  await forgetPlaces(tx, { source: sourceId, among: await entriesOfOne(tx, sourceId), place: nowhere })
  for (const { id } of await newestOfEach(tx, sourceId)) await askForLookUp(tx, { source: sourceId, snapshot: id })
}
