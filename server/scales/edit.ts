import type { Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { BadInput, Conflict, lostRace, missing } from '../errors.ts'
import { changes, record } from '../history/record.ts'
import { putScaleInForce } from '../settings/setting.ts'
import { freeKey } from './key.ts'
import { presets } from './presets.ts'
import { listScales, readScale, refuseOvertaken, refuseUnusable } from './scale.ts'
import { findScale, insertRating, insertScale, isRatingKeyTaken, updateScale } from './store.ts'

/** Adds a scale without ratings and returns its key. Throws BadInput for a name that another scale has. */
export function addScale(db: Db, person: Person, name: string): Promise<string> {
  permit(person, 'scale.edit')
  return write(db, async (tx) => {
    await refuseTakenName(tx, name)
    const key = await freeKey(name, 'scale', async (one) => (await findScale(tx, one)) !== undefined)
    await insertScale(tx, { key, name })
    await record(tx, person, 'scale.added', {}, { scale: key, name, ratings: [] })
    return key
  })
}

/** Adds one of the scales that come with Stet, and returns its key. Throws Conflict when it is there, NotFound when it is none. */
export function addPreset(db: Db, person: Person, presetKey: string): Promise<string> {
  permit(person, 'scale.edit')
  const { key, name, ratings } = presets.find((preset) => preset.key === presetKey) ?? missing('preset')
  return write(db, async (tx) => {
    if (await findScale(tx, key)) throw new Conflict(`The scale “${name}” is here already.`)
    await insertScale(tx, { key, name })
    const keys: string[] = []
    for (const [index, { key: wanted, ...rating }] of ratings.entries()) {
      const own = await freeKey(wanted, 'rating', (one) => isRatingKeyTaken(tx, one))
      await insertRating(tx, { ...rating, scale: key, key: own, position: index + 1 })
      keys.push(own)
    }
    await record(tx, person, 'scale.added', {}, { scale: key, name, ratings: keys })
    return key
  })
}

/** Renames a scale; its key stays. Throws Conflict when it changed since `version`, BadInput for a name that is taken. */
export function renameScale(db: Db, person: Person, key: string, { name, version }: { name: string; version: number }) {
  permit(person, 'scale.edit')
  return write(db, async (tx) => {
    const scale = await readScale(tx, key)
    if (!scale.retiredAt && scale.version !== version)
      throw lostRace('this scale', { name: scale.name, version: String(scale.version) })
    refuseOvertaken(scale, version)
    const changed = changes({ name: scale.name }, { name })
    if (!changed) return
    await refuseTakenName(tx, name)
    await updateScale(tx, key, { name })
    await record(tx, person, 'scale.edited', {}, { scale: key, ...changed })
  })
}

/** Retires a scale: no new verdict is given by it, and old ones read as they did. Throws Conflict for the newsroom's own. */
export function retireScale(db: Db, person: Person, key: string): Promise<void> {
  permit(person, 'scale.edit')
  return write(db, async (tx) => {
    const scale = await readScale(tx, key)
    if (scale.retiredAt) throw new Conflict('This scale is retired already.')
    if (scale.inForce) throw new Conflict('This is the newsroom’s scale. Put another one in force first.')
    await updateScale(tx, key, { retiredAt: tx.now })
    await record(tx, person, 'scale.retired', {}, { scale: key })
  })
}

/** Makes a scale the newsroom's, for verdicts from now on. Throws BadInput for one that no verdict can be given by. */
export function useScale(db: Db, person: Person, key: string): Promise<void> {
  permit(person, 'scale.edit')
  return write(db, async (tx) => {
    await refuseUnusable(tx, key)
    await putScaleInForce(tx, person, key)
  })
}

async function refuseTakenName(tx: Tx, name: string): Promise<void> {
  const taken = (await listScales(tx)).some((scale) => scale.name.toLowerCase() === name.toLowerCase())
  if (taken) throw new BadInput({ name: 'Another scale has this name.' })
}
