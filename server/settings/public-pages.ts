import type { Conn } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { lostRace } from '../errors.ts'
import { changes, record } from '../history/record.ts'
import { formValues } from '../values/form-values.ts'
import { findSettings, updateSettings } from './store.ts'

/** What stands on public pages beside the checks: whether people are named, and how the newsroom checks, in Markdown. */
export type PublicPages = { showNames: boolean; method: string | null; version: number }

/** The settings of public pages. */
export async function readPublicPages(conn: Conn): Promise<PublicPages> {
  const { showNames, method, version } = await findSettings(conn)
  return { showNames, method, version }
}

/** Changes them, on every public page at once. Throws Conflict when the settings have changed since `version`. */
export async function changePublicPages(db: Db, person: Person, { version, ...after }: PublicPages): Promise<void> {
  permit(person, 'settings.edit')
  await write(db, async (tx) => {
    const { version: newest, ...before } = await readPublicPages(tx)
    if (newest !== version) throw lostRace('the settings', publicPagesValues({ ...before, version: newest }))
    const changed = changes(before, after)
    if (!changed) return
    await updateSettings(tx, after)
    await record(tx, person, 'settings.changed', {}, changed)
  })
}

/** They as the fields of their form hold them, and the version. */
export const publicPagesValues = (pages: PublicPages): Record<string, string> => formValues(pages)
