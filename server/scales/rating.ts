import type { Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { BadInput, Conflict, lostRace } from '../errors.ts'
import { changes, record } from '../history/record.ts'
import { formValues } from '../values/form-values.ts'
import { freeKey } from './key.ts'
import { type RatingFields, type Scale, readRating, readScale, refuseOvertaken } from './scale.ts'
import {
  type RatingRow,
  currentRatings,
  insertRating,
  isRatingKeyTaken,
  isRatingUsed,
  updateRating,
  updateScale,
} from './store.ts'
import { fewestRatings } from './words.ts'

/** `place` counts the ratings of the scale from 1; null is its end. `version` is the scale's. */
export type RatingEdit = RatingFields & { place: number | null; version: number }

/** Adds a rating to a scale. Throws Conflict when the scale changed since `version`, BadInput for a label that is taken. */
export function addRating(db: Db, person: Person, scaleKey: string, { place, version, ...fields }: RatingEdit) {
  permit(person, 'scale.edit')
  return write(db, async (tx) => {
    const scale = await readScale(tx, scaleKey)
    refuseOvertaken(scale, version)
    refuseTakenLabel(scale.ratings, fields.label)
    await insert(tx, person, { scale, fields, place })
    await updateScale(tx, scaleKey, {})
  })
}

/**
 * Edits a rating. One that was ever given keeps its label, definition and value for good: a change of these retires it and
 * puts a new one with a key of its own in its place. Returns whether it did. Throws like `addRating`.
 */
export function editRating(db: Db, person: Person, id: number, edit: RatingEdit): Promise<{ replaced: boolean }> {
  permit(person, 'scale.edit')
  return write(db, async (tx) => {
    const { rating, scale } = await readRating(tx, id)
    if (rating.retiredAt) throw new Conflict('This rating is retired: it stays as it is.')
    if (!scale.retiredAt && scale.version !== edit.version) throw lostRace('this scale', ratingValues(rating, scale))
    refuseOvertaken(scale, edit.version)
    const others = (await currentRatings(tx, scale.key)).filter((one) => one.id !== id)
    refuseTakenLabel(others, edit.label)
    const { label, definition, value, tone, shape, place } = edit
    const meaning = changes(meaningOf(rating), { label, definition, value })
    const replaced = meaning !== undefined && (await isRatingUsed(tx, id))
    if (replaced) await replace(tx, person, { rating, scale, fields: { label, definition, value, tone, shape }, place })
    else await change(tx, person, { rating, fields: { label, definition, value, tone, shape }, place })
    await updateScale(tx, scale.key, {})
    return { replaced }
  })
}

/** Retires a rating: no new verdict has it, and old ones read as they did. Throws Conflict where too few would be left. */
export function retireRating(db: Db, person: Person, id: number): Promise<string> {
  permit(person, 'scale.edit')
  return write(db, async (tx) => {
    const { rating, scale } = await readRating(tx, id)
    if (rating.retiredAt) throw new Conflict('This rating is retired already.')
    if ((await currentRatings(tx, scale.key)).length <= fewestRatings)
      throw new Conflict('A scale needs two ratings. Add another one before you retire this.')
    await retire(tx, person, rating)
    await updateScale(tx, scale.key, {})
    return scale.key
  })
}

/** A rating as the fields of its form hold it, with the version of its scale. */
export const ratingValues = (rating: RatingRow, scale: Pick<Scale, 'version'>): Record<string, string> => {
  const { label, definition, value, tone, shape, position } = rating
  return formValues({ label, definition, value, tone, shape, place: position, version: scale.version })
}

const meaningOf = ({ label, definition, value }: RatingRow) => ({ label, definition, value })

type Placed = { fields: RatingFields; place: number | null }

async function insert(tx: Tx, person: Person, { scale, fields, place }: Placed & { scale: Scale }): Promise<void> {
  const key = await freeKey(fields.label, 'rating', (one) => isRatingKeyTaken(tx, one))
  const position = Number.MAX_SAFE_INTEGER
  const id = await insertRating(tx, { ...fields, scale: scale.key, key, position })
  await record(tx, person, 'rating.added', {}, { scale: scale.key, rating: key })
  await putInPlace(tx, { scale: scale.key, id, place })
}

async function replace(tx: Tx, person: Person, { rating, ...with_ }: Placed & { rating: RatingRow; scale: Scale }) {
  await retire(tx, person, rating)
  await insert(tx, person, with_)
}

async function change(tx: Tx, person: Person, { rating, fields, place }: Placed & { rating: RatingRow }) {
  const { label, definition, value, tone, shape, position } = rating
  const before = { label, definition, value, tone, shape, position }
  const changed = changes(before, { ...fields, position: place ?? position })
  if (!changed) return
  await updateRating(tx, rating.id, fields)
  await putInPlace(tx, { scale: rating.scale, id: rating.id, place: place ?? position })
  await record(tx, person, 'rating.edited', {}, { scale: rating.scale, rating: rating.key, ...changed })
}

async function retire(tx: Tx, person: Person, rating: RatingRow): Promise<void> {
  await updateRating(tx, rating.id, { retiredAt: tx.now })
  await record(tx, person, 'rating.retired', {}, { scale: rating.scale, rating: rating.key })
  await putInPlace(tx, { scale: rating.scale, id: null, place: null })
}

type Place = { scale: string; id: number | null; place: number | null }

// Numbers the ratings of the scale from 1 again, the one with the id at its place.
async function putInPlace(tx: Tx, { scale, id, place }: Place): Promise<void> {
  const all = await currentRatings(tx, scale)
  const order = all.filter((rating) => rating.id !== id)
  const moved = all.find((rating) => rating.id === id)
  if (moved) order.splice(place === null ? order.length : place - 1, 0, moved)
  for (const [index, rating] of order.entries()) {
    if (rating.position !== index + 1) await updateRating(tx, rating.id, { position: index + 1 })
  }
}

function refuseTakenLabel(others: { label: string }[], label: string): void {
  if (others.some((other) => other.label.toLowerCase() === label.toLowerCase()))
    throw new BadInput({ label: 'Another rating of this scale has this label.' })
}
