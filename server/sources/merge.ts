import type { Conn, Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { BadInput, Conflict } from '../errors.ts'
import { lookUpAgain } from '../evidence/look-again.ts'
import { moveEvidence, weighMove } from '../evidence/move.ts'
import { record } from '../history/record.ts'
import { joinWatches } from '../watching/watch.ts'
import { hideEntries } from './entries.ts'
import { askToIndexCopies } from '../search/copy-index.ts'
import { originIdIn } from './keys.ts'
import { insertMerger, markMerged, moveOrigins } from './merge-store.ts'
import { type NewSource, type Source, newDetails, readSource, refuseMerged, saveSource } from './source.ts'
import { mergedFields } from './words.ts'

/** Two sources that somebody says are one: `kept` stays, `gone` is merged into it. */
export type Pair = { kept: Source; gone: Source }

/** Throws NotFound for what the viewer may not know of, BadInput for a source and itself, Conflict when one was merged already. */
export async function readPair(conn: Conn, viewer: Person, ids: { kept: number; gone: number }): Promise<Pair> {
  const pair = { kept: await readSource(conn, viewer, ids.kept), gone: await readSource(conn, viewer, ids.gone) }
  if (ids.kept === ids.gone) throw new Conflict('This is the same source already. Choose another one.')
  refuseMerged(pair.kept)
  refuseMerged(pair.gone)
  return pair
}

/** What merging the two would move. */
export const weighMerger = (conn: Conn, { kept, gone }: Pair) => weighMove(conn, { from: gone.id, to: kept.id })

/** Which field is to be that of the source that goes; the others stay. `stamp` is `stampOf` what was shown. */
export type Merging = { kept: number; gone: number; taken: string[]; stamp: string }

/** By which a form knows whether one of the two has changed since it was shown. */
export const stampOf = ({ kept, gone }: Pair): string => `${kept.version}.${gone.version}`

/**
 * Makes two sources one: evidence and origins move to the kept one, the other stays as a record that leads there. When one of
 * them is confidential, both are afterwards. Throws as `readPair` does, and Conflict when one was changed since it was shown.
 */
export function mergeSources(db: Db, person: Person, { taken, stamp, ...ids }: Merging): Promise<void> {
  permit(person, 'source.merge')
  return write(db, async (tx) => {
    const pair = await readPair(tx, person, ids)
    if (stampOf(pair) !== stamp)
      throw new Conflict('One of the two sources was changed meanwhile. Look at both again, then merge them.')
    await merge(tx, person, { ...pair, taken })
  })
}

async function merge(tx: Tx, person: Person, { kept, gone, taken }: Pair & { taken: string[] }): Promise<void> {
  const confidential = kept.confidential || gone.confidential
  await markMerged(tx, { id: gone.id, version: gone.version, mergedIntoId: kept.id, confidential })
  if (confidential !== gone.confidential) await askToIndexCopies(tx)
  const before = newDetails(kept)
  const after = { ...before, ...chosen(gone, taken), confidential }
  if ([kept.id, gone.id].includes(originIdIn(after.origin) ?? 0)) after.origin = null
  const fields = await saveSource(tx, person, { before: kept, after, originId: originIdIn(after.origin) ?? null })
  if (confidential) await hideEntries(tx, kept.id)
  await joinWatches(tx, person, { gone, kept: { id: kept.id, url: after.url, confidential } })
  // Only now that both are as secret as each other, because what is searched is kept apart by that.
  const moved = await moveEvidence(tx, { from: gone.id, to: kept.id })
  const origins = await moveOrigins(tx, { from: gone.id, to: kept.id })
  await lookUpAgain(tx, kept.id)
  await insertMerger(tx, {
    goneId: gone.id,
    keptId: kept.id,
    evidence: moved.evidence,
    origins,
    before: Object.fromEntries(Object.entries(before).filter(([name]) => fields.includes(name))),
    keptVersion: kept.version + (fields.length > 0 ? 1 : 0),
    mergedById: person.id,
  })
  const told = { merged: gone.id, evidence: moved.evidence.length, claims: moved.claims, fields }
  await record(tx, person, 'source.merged', { source: kept.id }, told)
}

function chosen(gone: Source, taken: string[]): Partial<NewSource> {
  const unknown = taken.find((name) => !mergedFields.some((field) => field === name))
  if (unknown !== undefined) throw new BadInput({ '': 'This form was not understood. Open it again.' })
  return Object.fromEntries(mergedFields.filter((name) => taken.includes(name)).map((name) => [name, gone[name]]))
}
