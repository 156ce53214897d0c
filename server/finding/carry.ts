import type { Tx } from '../../db/conn.ts'
import { insertPlace, standingOf } from './store.ts'

type Span = { start: number; end: number }
type Versions = {
  articleId: number
  from: { versionId: number; sentences: readonly Span[] }
  /** `carried` tells of each sentence which one it was, by index; null for a new one. */
  to: { versionId: number; sentences: readonly Span[]; carried: readonly (number | null)[] }
}

/** Keeps what was decided about proposals in sentences that did not change, so that they are not proposed again. */
export async function carryFindings(tx: Tx, { articleId, from, to }: Versions): Promise<void> {
  const now = new Map(to.carried.flatMap((old, index) => (old === null ? [] : [[old, to.sentences[index]] as const])))
  for (const { id, place } of await standingOf(tx, articleId, from.versionId)) {
    const moved = place && movedWith(place, from.sentences, now)
    if (moved) await insertPlace(tx, { findingId: id, versionId: to.versionId, ...moved })
  }
}

// All its sentences are still there, as far from each other as they were.
function movedWith(place: Span, old: readonly Span[], now: ReadonlyMap<number, Span | undefined>): Span | undefined {
  const touched = [...old.entries()].filter(([, { start, end }]) => start < place.end && place.start < end)
  const shifts = new Set(touched.map(([index, { start }]) => (now.get(index)?.start ?? NaN) - start))
  const [shift = NaN] = shifts
  return shifts.size === 1 && !Number.isNaN(shift) ? { start: place.start + shift, end: place.end + shift } : undefined
}
