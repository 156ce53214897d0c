import type { Conn, Tx } from '../../db/conn.ts'
import type { Role } from '../../db/schema/index.ts'
import { BadInput } from '../errors.ts'
import type { Events } from '../history/events.ts'
import { record } from '../history/record.ts'
import { activeInRoles, allPeople, findByEmail, insertPerson } from './people-store.ts'
import { rolesThatMay } from './permissions.ts'

export type Colleague = { id: number; name: string; role: Role; deactivatedAt: string | null }

/** Everyone, the active ones first, then by name. */
export async function listPeople(conn: Conn): Promise<Colleague[]> {
  const rows = await allPeople(conn)
  return rows.map(({ id, name, role, deactivatedAt }) => ({ id, name, role, deactivatedAt }))
}

/** How many active people may give verdicts. */
export async function activeCheckers(conn: Conn): Promise<number> {
  return (await activeInRoles(conn, rolesThatMay('verdict.give'))).length
}

/** The active people who can be given a claim to check, by name. */
export async function assignable(conn: Conn): Promise<{ id: number; name: string }[]> {
  return activeInRoles(conn, rolesThatMay('claim.take'))
}

export type NewPerson = {
  name: string
  email: string
  role: Role
  passwordHash: string
  by: Events['person.joined']['by']
}

/** Adds an account and returns its id; `actor` null means the person joined on their own. Throws BadInput for a taken email. */
export async function addPerson(tx: Tx, actor: { id: number } | null, { by, ...person }: NewPerson): Promise<number> {
  const email = normalEmail(person.email)
  if (await findByEmail(tx, email)) {
    throw new BadInput({ email: 'There is an account with this email address already. Sign in with it instead.' })
  }
  const id = await insertPerson(tx, { ...person, email })
  await record(tx, actor ?? { id }, 'person.joined', { person: id }, { role: person.role, by })
  return id
}

/** The form of an email address that accounts are found by. */
export const normalEmail = (email: string): string => email.normalize('NFC').trim().toLowerCase()
