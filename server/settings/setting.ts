import type { Conn } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import type { Deciding } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { lostRace } from '../errors.ts'
import { formValues } from '../form-values.ts'
import { changes, record } from '../history/record.ts'
import { findSettings, updateSettings } from './store.ts'

export type Settings = { newsroom: string; deciding: Deciding; version: number }

/** The newsroom's settings; there always are some. */
export async function readSettings(conn: Conn): Promise<Settings> {
  const { newsroom, deciding, version } = await findSettings(conn)
  return { newsroom, deciding, version }
}

/** Changes the settings; what was decided before stays decided. Throws Conflict when they have changed since `version`. */
export async function changeSettings(db: Db, person: Person, { version, ...after }: Settings): Promise<void> {
  permit(person, 'settings.edit')
  await write(db, async (tx) => {
    const { newsroom, deciding, version: newest } = await findSettings(tx)
    if (newest !== version) throw lostRace('the settings', formValues({ newsroom, deciding, version: newest }))
    const changed = changes({ newsroom, deciding }, after)
    if (!changed) return
    await updateSettings(tx, after)
    await record(tx, person, 'settings.changed', {}, changed)
  })
}
