import type { Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { BadInput, Conflict, missing } from '../errors.ts'
import { record } from '../history/record.ts'
import { endTokensOf } from '../tokens/token.ts'
import { formValues } from '../values/form-values.ts'
import { type PersonRow, activeInRoles, findPerson, updatePerson } from './people-store.ts'
import { type Person, permit } from './permissions.ts'
import { endSignIns } from './sign-in.ts'
import { type Role, roleWords } from './words.ts'

type Which = { id: number; version: number }

/** Gives a person another role; their sign-ins go on with it at the next request. */
export async function changeRole(db: Db, admin: Person, { role, ...which }: Which & { role: Role }): Promise<void> {
  permit(admin, 'person.edit')
  await write(db, async (tx) => {
    const row = await current(tx, which)
    if (row.role === role) return
    if (role !== 'admin') await refuseLastAdmin(tx, row, 'role')
    await updatePerson(tx, row.id, { role })
    await record(tx, admin, 'person.role_changed', { person: row.id }, { before: row.role, after: role })
  })
}

/** Closes an account and ends its sign-ins and API tokens. What the person did stays, and so do the claims they have. */
export async function deactivate(db: Db, admin: Person, which: Which): Promise<void> {
  permit(admin, 'person.edit')
  await write(db, async (tx) => {
    const row = await current(tx, which)
    if (row.deactivatedAt) return
    await refuseLastAdmin(tx, row, '')
    await updatePerson(tx, row.id, { deactivatedAt: tx.now })
    await record(tx, admin, 'person.deactivated', { person: row.id }, {})
    await endSignIns(tx, admin, { personId: row.id })
    await endTokensOf(tx, admin, row.id)
  })
}

/** Opens a closed account again, with the role and the password it had. */
export async function reactivate(db: Db, admin: Person, which: Which): Promise<void> {
  permit(admin, 'person.edit')
  await write(db, async (tx) => {
    const row = await current(tx, which)
    if (!row.deactivatedAt) return
    await updatePerson(tx, row.id, { deactivatedAt: null })
    await record(tx, admin, 'person.reactivated', { person: row.id }, {})
  })
}

/** Ends every sign-in of a person whose device is lost, for one. */
export async function signOutPerson(db: Db, admin: Person, id: number): Promise<number> {
  permit(admin, 'person.edit')
  return write(db, async (tx) => {
    const row = (await findPerson(tx, id)) ?? missing('person')
    return endSignIns(tx, admin, { personId: row.id })
  })
}

/** Ends every API token of a person: of one that has got lost, for one, or whose password was known. Returns how many. */
export async function endTokensOfPerson(db: Db, admin: Person, id: number): Promise<number> {
  permit(admin, 'person.edit')
  return write(db, async (tx) => {
    const row = (await findPerson(tx, id)) ?? missing('person')
    return endTokensOf(tx, admin, row.id)
  })
}

async function current(tx: Tx, { id, version }: Which): Promise<PersonRow> {
  const row = (await findPerson(tx, id)) ?? missing('person')
  if (row.version === version) return row
  throw new Conflict(
    `This account was changed meanwhile: ${row.name} is ${roleWords[row.role].toLowerCase()} now${row.deactivatedAt ? ' and deactivated' : ''}. Look again, then decide.`,
    formValues({ role: row.role, version: row.version }),
  )
}

async function refuseLastAdmin(tx: Tx, row: PersonRow, field: string): Promise<void> {
  if (row.role !== 'admin' || row.deactivatedAt) return
  if ((await activeInRoles(tx, ['admin'])).length > 1) return
  throw new BadInput({ [field]: `${row.name} is the only active admin. Make somebody else an admin first.` })
}
