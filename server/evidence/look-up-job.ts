import { z } from 'zod'
import type { Tx } from '../../db/conn.ts'
import { write } from '../../db/write.ts'
import { aboutClaim } from '../history/events.ts'
import { record } from '../history/record.ts'
import { jobKind } from '../jobs/kind.ts'
import { snapshotText } from '../snapshots/snapshot.ts'
import { standingId } from '../sources/entries.ts'
import { claimOfEvidence } from './evidence.ts'
import { lookThrough } from './look-through.ts'
import { type Copy, type LookedUp, type PassagePlace, lookedUp } from './look-up.ts'
import { findPassages, findPlace, updateEvidence } from './store.ts'

/** Looks all passages of a source up in a copy of it that was kept since they were looked up last. */
export const lookUpPassages = jobKind(
  z.strictObject({ source: z.int(), snapshot: z.int() }),
  {
    words: 'Look up passages in a new copy',
    about: ({ source }) => ({ text: `source ${source}`, href: `/sources/${source}` }),
  },
  async ({ world: { db }, complete }, { source, snapshot }, signal) => {
    const text = await snapshotText(db.reader, snapshot)
    if (!text || text.text === '') return
    const copy = { ...text, snapshot }
    const items = await findPassages(db.reader, await standingId(db.reader, source))
    const passages = items.map(({ passage }) => passage)
    const found = await lookThrough(copy.text, passages, signal)
    await write(db, async (tx) => {
      for (const [at, item] of items.entries()) await settle(tx, item, { copy, looked: lookedUp(copy, found[at]) })
      await complete(tx)
    })
  },
)

type Item = { id: number; passage: string }

// Somebody may have changed the passage meanwhile, or what was found already may count for more.
async function settle(
  tx: Tx,
  { id, passage }: Item,
  { copy, looked }: { copy: Copy; looked: LookedUp },
): Promise<void> {
  const before = await findPlace(tx, id)
  if (before?.passage !== passage || isToStay(before, { copy, looked })) return
  const place = keepingLast(before, looked.place)
  await updateEvidence(tx, id, { ...place, locator: before.locator ?? looked.locator })
  if (place.passageMatch === before.passageMatch) return
  const about = { ...aboutClaim(await claimOfEvidence(tx, before.claimId)), source: before.sourceId }
  const told = { evidence: id, snapshot: copy.snapshot, before: before.passageMatch, after: place.passageMatch }
  await record(tx, null, 'evidence.looked_up', about, told)
}

// A newer copy of the same source counts for more; so does a better place in a copy of a source that was merged with it.
function isToStay(
  { snapshotId, copyOf, passageMatch }: PassagePlace & { copyOf: number | null },
  { copy, looked }: { copy: Copy; looked: LookedUp },
): boolean {
  if (snapshotId === null || passageMatch === null) return false
  if (copyOf === copy.sourceId) return snapshotId > copy.snapshot
  return rank[passageMatch] >= rank[looked.place.passageMatch ?? 'missing']
}

const rank = { missing: 0, near: 1, exact: 2 }

// What is lost keeps the place where it was, so that it can still be shown.
function keepingLast(before: PassagePlace, after: PassagePlace): PassagePlace {
  if (after.passageMatch !== 'missing') return after
  const { passageStart, passageEnd, passageThere } = before
  const last =
    before.passageMatch === 'missing' ? before.passageLastIn : before.passageStart === null ? null : before.snapshotId
  return last === null ? after : { ...after, passageStart, passageEnd, passageThere, passageLastIn: last }
}
