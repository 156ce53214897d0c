import { and, eq, inArray, notInArray, or } from 'drizzle-orm'
import type { Conn, Tx } from '../../db/conn.ts'
import { evidence, snapshots } from '../../db/schema/index.ts'
import type { PassagePlace } from './look-up.ts'

/** All evidence from a source, withdrawn items too, with their claims. */
export async function findOfSource(conn: Conn, source: number) {
  return conn
    .select({ id: evidence.id, claimId: evidence.claimId })
    .from(evidence)
    .where(eq(evidence.sourceId, source))
    .orderBy(evidence.id)
}

const atOnce = 500

/** Moves those of the items that are under `from`; returns how many. Counts follow by triggers. */
export async function moveItems(tx: Tx, { ids, from, to }: { ids: number[]; from: number; to: number }) {
  let moved = 0
  for (let at = 0; at < ids.length; at += atOnce) {
    const some = and(inArray(evidence.id, ids.slice(at, at + atOnce)), eq(evidence.sourceId, from))
    const rows = await tx.update(evidence).set({ sourceId: to }).where(some).returning({ id: evidence.id })
    moved += rows.length
  }
  return moved
}

/** Puts `place` instead of the places of a source's passages that are in copies of other sources than those `among`. */
export async function forgetPlaces(
  tx: Tx,
  { source, among, place }: { source: number; among: number[]; place: PassagePlace },
): Promise<void> {
  const others = tx.select({ id: snapshots.id }).from(snapshots).where(notInArray(snapshots.sourceId, among))
  const elsewhere = or(inArray(evidence.snapshotId, others), inArray(evidence.passageLastIn, others))
  await tx
    .update(evidence)
    .set(place)
    .where(and(eq(evidence.sourceId, source), elsewhere))
}
