import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { NotFound } from '../errors.ts'
import type { Person } from './permissions.ts'
import { endSignIns } from './sign-in.ts'

/** Ends one of one's own sign-ins. Throws NotFound for anybody else's, and for one that has ended. */
export async function endDevice(db: Db, person: Person, id: number): Promise<void> {
  await write(db, async (tx) => {
    const ended = await endSignIns(tx, person, { personId: person.id, only: id })
    if (ended === 0) throw new NotFound('signed-in device')
  })
}

/** Ends all of one's own sign-ins, this one too. */
export async function signOutEverywhere(db: Db, person: Person): Promise<void> {
  await write(db, (tx) => endSignIns(tx, person, { personId: person.id }))
}
