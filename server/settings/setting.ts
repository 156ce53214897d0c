import type { Conn } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import type { Deciding } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { Conflict } from '../errors.ts'
import { changes, record } from '../history/record.ts'
import { findSettings, updateSettings } from './store.ts'
import { decidingWords } from './words.ts'

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
    if (newest !== version) {
      throw new Conflict('Somebody else has changed the settings meanwhile. Look at both, then save again.', {
        newsroom,
        deciding: decidingWords[deciding],
      })
    }
    const changed = changes({ newsroom, deciding }, after)
    if (!changed) return
    await updateSettings(tx, after)
    await record(tx, person, 'settings.changed', {}, changed)
  })
}
