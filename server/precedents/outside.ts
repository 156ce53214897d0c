import type { Conn } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { BadInput, Conflict, missing } from '../errors.ts'
import { canonical, record, sha256 } from '../history/record.ts'
import { pageOf } from '../values/paging.ts'
import { countSame, findOutside, insertOutside, listedOutside, withdrawRow } from './outside-store.ts'

/** A check of another publisher, as it is entered: days may be partial, the value lies between false (1) and true (5). */
export type NewOutside = {
  publisher: string
  url: string
  title: string
  claim: string
  claimant: string | null
  statedOn: string | null
  checkedOn: string | null
  ratingLabel: string
  ratingValue: number | null
  language: string
}
export type OutsideCheck = NonNullable<Awaited<ReturnType<typeof findOutside>>>
export type OutsidePage = { checks: Awaited<ReturnType<typeof listedOutside>>; next: number | undefined }

const pageSize = 50

/** A page of the list, newest first; `before` is the id under which it goes on. */
export async function listOutside(conn: Conn, before: number | undefined): Promise<OutsidePage> {
  const { rows, last } = pageOf(await listedOutside(conn, before, pageSize + 1), pageSize)
  return { checks: rows, next: last?.id }
}

/** Throws NotFound. */
export async function readOutside(conn: Conn, id: number): Promise<OutsideCheck> {
  return (await findOutside(conn, id)) ?? missing('check')
}

/** Enters a check of another publisher and returns its id. Throws BadInput when the same one is there. */
export function addOutside(db: Db, person: Person, input: NewOutside): Promise<number> {
  permit(person, 'check.add')
  return write(db, async (tx) => {
    if ((await countSame(tx, input)) > 0)
      throw new BadInput({ url: 'This check is kept already, with the same address and the same claim.' })
    const id = await insertOutside(tx, { ...input, addedById: person.id, createdAt: tx.now })
    await record(tx, person, 'check.added', {}, { check: id, sha256: sha256(canonical(input)).toString('hex') })
    return id
  })
}

/** Takes a check back: it is no precedent any more, and stays readable. Throws Conflict when it is withdrawn already. */
export function withdrawOutside(db: Db, person: Person, id: number): Promise<void> {
  permit(person, 'check.add')
  return write(db, async (tx) => {
    const check = await readOutside(tx, id)
    if (check.withdrawnAt) throw new Conflict('This check was withdrawn already.')
    await withdrawRow(tx, id, person)
    await record(tx, person, 'check.withdrawn', {}, { check: id })
  })
}
