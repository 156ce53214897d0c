import type { Conn, Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import type { Deciding } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { lostRace } from '../errors.ts'
import { changes, record } from '../history/record.ts'
import { formValues } from '../values/form-values.ts'
import { findSettings, updateSettings } from './store.ts'

export type Settings = { newsroom: string; deciding: Deciding; version: number }

/** The newsroom's settings; there always are some. */
export async function readSettings(conn: Conn): Promise<Settings> {
  const { newsroom, deciding, version } = await findSettings(conn)
  return { newsroom, deciding, version }
}

/** How many more bytes of copies of sources may be kept. */
export async function snapshotRoom(conn: Conn): Promise<number> {
  const { snapshotQuota, snapshotBytes } = await findSettings(conn)
  return snapshotQuota * megabyte - snapshotBytes
}

const megabyte = 1_000_000

/** How many gigabytes (of 1,000,000,000 bytes) of copies of sources may be kept, how many bytes are, and the version to change it from. */
export type CopyQuota = { gigabytes: number; used: number; version: number }

/** The room for copies of sources. */
export async function readCopyQuota(conn: Conn): Promise<CopyQuota> {
  const { snapshotQuota, snapshotBytes, version } = await findSettings(conn)
  return { gigabytes: snapshotQuota / 1_000, used: snapshotBytes, version }
}

/** Allows more or less room for copies; what is kept stays. Throws Conflict when the settings have changed since `version`. */
export async function changeCopyQuota(
  db: Db,
  person: Person,
  { gigabytes, version }: Omit<CopyQuota, 'used'>,
): Promise<void> {
  permit(person, 'settings.edit')
  await write(db, async (tx) => {
    const now = await readCopyQuota(tx)
    if (now.version !== version) throw lostRace('the settings', formValues({ ...now, used: null }))
    const changed = changes({ copies: now.gigabytes }, { copies: gigabytes })
    if (!changed) return
    await updateSettings(tx, { snapshotQuota: gigabytes * 1_000 })
    await record(tx, person, 'settings.changed', {}, changed)
  })
}

/** The key of the rating scale of articles that name none of their own. */
export async function scaleInForce(conn: Conn): Promise<string> {
  return (await findSettings(conn)).scale
}

/** Puts another rating scale in force, with its event; whether it can be is for the caller to know. */
export async function putScaleInForce(tx: Tx, actor: { id: number }, scale: string): Promise<void> {
  const changed = changes({ scale: await scaleInForce(tx) }, { scale })
  if (!changed) return
  await updateSettings(tx, { scale })
  await record(tx, actor, 'settings.changed', {}, changed)
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
