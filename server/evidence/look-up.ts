import type { Tx } from '../../db/conn.ts'
import type { PassageMatch } from '../../db/schema/index.ts'
import { addJob } from '../jobs/job.ts'
import { type SnapshotText, newestTexts } from '../snapshots/snapshot.ts'
import { locatorOf } from './locator.ts'
import { type FoundPassage, findPassage } from './passage.ts'

/**
 * Where a passage stands in the copy of its source that it was looked up in: UTF-16 code units of the copy's text. `there` are
 * the words of the copy when they differ. Of a missing passage `lastIn` is the copy that it was last found in, and the place is there.
 */
export type PassagePlace = {
  snapshotId: number | null
  passageStart: number | null
  passageEnd: number | null
  passageMatch: PassageMatch | null
  passageThere: string | null
  passageLastIn: number | null
}

/** The place of a passage that was not looked up. */
export const nowhere: PassagePlace = {
  snapshotId: null,
  passageStart: null,
  passageEnd: null,
  passageMatch: null,
  passageThere: null,
  passageLastIn: null,
}

/** What came of looking a passage up, and how people name the place. */
export type LookedUp = { place: PassagePlace; locator: string | null }

// Longer texts would hold up everybody else; they are looked through in a job.
const longestAtOnce = 500_000
const longestPassage = 20_000

/**
 * Looks a passage up in the newest copy of its source that has a text, then in that of each source that was merged into it; in
 * a very long one that is done soon after, by a job.
 */
export async function lookUp(tx: Tx, sourceId: number, passage: string | null): Promise<LookedUp> {
  let best: LookedUp | undefined
  if (passage === null) return { place: nowhere, locator: null }
  for await (const copy of newestTexts(tx, sourceId)) {
    if (copy.text.length > longestAtOnce) {
      await askForLookUp(tx, { source: sourceId, snapshot: copy.snapshot })
      continue
    }
    const looked = lookedUp(copy, findPassage(copy.text, passage))
    if (looked.place.passageMatch === 'exact') return looked
    if (!best || (isMissing(best) && !isMissing(looked))) best = looked
  }
  return best ?? { place: nowhere, locator: null }
}

const isMissing = ({ place }: LookedUp) => place.passageMatch === 'missing'

/** The words of the newest copy at the place of a passage with words left out; the passage itself where that is not found. */
export async function wordsThere(tx: Tx, sourceId: number, passage: string | null): Promise<string | null> {
  const { place } = await lookUp(tx, sourceId, passage)
  return place.passageThere !== null && place.passageThere.length <= longestPassage ? place.passageThere : passage
}

/** Has every passage of a source looked up in one of its copies, soon after. */
export const askForLookUp = (tx: Tx, { source, snapshot }: { source: number; snapshot: number }): Promise<number> =>
  addJob(tx, { kind: 'evidence.look_up', payload: { source, snapshot }, key: `source ${source}, copy ${snapshot}` })

/** A copy with its text. */
export type Copy = SnapshotText & { snapshot: number; sourceId: number }

/** What was found in a copy, as it is kept. */
export function lookedUp(copy: Copy, found: FoundPassage | undefined): LookedUp {
  const asked = { ...nowhere, snapshotId: copy.snapshot }
  if (!found) return { place: { ...asked, passageMatch: 'missing' }, locator: null }
  const { start, end, match } = found
  const passageThere = match === 'near' ? copy.text.slice(start, end) : null
  return {
    place: { ...asked, passageStart: start, passageEnd: end, passageMatch: match, passageThere },
    locator: locatorOf(copy, start),
  }
}
