import type { Conn } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { record } from '../history/record.ts'
import { later } from '../jobs/pause.ts'
import { findWatching, keepWatching, lookNoLaterThan } from './store.ts'

/** Whether cited addresses are looked at again, and how often. */
export type Watching = { isOn: boolean; everyHours: number; switchedAt: string | null }

const never: Watching = { isOn: false, everyHours: 24, switchedAt: null }

/** What stands for this newsroom; off until an admin has switched it on. */
export async function readWatching(conn: Conn): Promise<Watching> {
  return (await findWatching(conn)) ?? never
}

/** Switches watching on or off, or changes how often; an hour is the least that is counted in. */
export function switchWatching(
  db: Db,
  person: Person,
  { isOn, everyHours }: Pick<Watching, 'isOn' | 'everyHours'>,
): Promise<void> {
  permit(person, 'watching.change')
  return write(db, async (tx) => {
    const before = await readWatching(tx)
    if (before.isOn === isOn && before.everyHours === everyHours) return
    await keepWatching(tx, { isOn, everyHours })
    await lookNoLaterThan(tx, later(tx.now, everyHours * 3_600_000))
    await record(tx, person, 'watching.switched', {}, { on: isOn, hours: everyHours })
  })
}
