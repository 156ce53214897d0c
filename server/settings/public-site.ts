import type { Conn } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { lostRace } from '../errors.ts'
import { changes, record } from '../history/record.ts'
import { formValues } from '../values/form-values.ts'
import { findSettings, updateSettings } from './store.ts'

/** Whether visitors find the published checks at the front. */
export type PublicSite = { isOn: boolean; version: number }

/** As it is set. */
export async function readPublicSite(conn: Conn): Promise<PublicSite> {
  const { publicSite, version } = await findSettings(conn)
  return { isOn: publicSite, version }
}

/** Switches the site on or off. Throws Conflict when the settings have changed since `version`. */
export async function switchPublicSite(db: Db, person: Person, { isOn, version }: PublicSite): Promise<void> {
  permit(person, 'settings.edit')
  await write(db, async (tx) => {
    const now = await readPublicSite(tx)
    if (now.version !== version) throw lostRace('the settings', formValues({ isOn: now.isOn, version: now.version }))
    const changed = changes({ publicSite: now.isOn }, { publicSite: isOn })
    if (!changed) return
    await updateSettings(tx, { publicSite: isOn })
    await record(tx, person, 'settings.changed', {}, changed)
  })
}
