import type { Conn, Tx } from '../../db/conn.ts'
import type { Role } from '../../db/schema/index.ts'
import { BadInput, missing } from '../errors.ts'
import type { Events } from '../history/events.ts'
import { record } from '../history/record.ts'
import { type PersonRow, activeInRoles, allPeople, findByEmail, findPerson, insertPerson } from './people-store.ts'
import { type Person, can, rolesThatMay } from './permissions.ts'

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

/** The active people who look after the settings of the server, by name. */
export async function settingsKeepers(conn: Conn): Promise<{ id: number; name: string }[]> {
  return activeInRoles(conn, rolesThatMay('settings.edit'))
}

export type NewPerson = {
  name: string
  email: string
  role: Role
  passwordHash: string
  by: Events['person.joined']['by']
}

/** Adds an account and returns its id; `actor` null: the person, or the program for the sample. Throws BadInput for a taken email. */
export async function addPerson(tx: Tx, actor: { id: number } | null, { by, ...person }: NewPerson): Promise<number> {
  const email = normalEmail(person.email)
  if (await findByEmail(tx, email)) {
    throw new BadInput({ email: 'There is an account with this email address already. Sign in with it instead.' })
  }
  const id = await insertPerson(tx, { ...person, email })
  const joining = by === 'sample' ? null : { id }
  await record(tx, actor ?? joining, 'person.joined', { person: id }, { role: person.role, by })
  return id
}

/** The form of an email address that accounts are found by. */
export const normalEmail = (email: string): string => email.normalize('NFC').trim().toLowerCase()

/** A colleague as the viewer may see them: the email only of oneself, or for admins. */
export type ShownPerson = Colleague & { email: string | null; createdAt: string; version: number }

/** Everyone, as the viewer may see them. */
export async function listPeopleFor(conn: Conn, viewer: Person): Promise<ShownPerson[]> {
  return (await allPeople(conn)).map((row) => shown(row, viewer))
}

/** One person, as the viewer may see them. Throws NotFound. */
export async function readPersonFor(conn: Conn, viewer: Person, id: number): Promise<ShownPerson> {
  return shown((await findPerson(conn, id)) ?? missing('person'), viewer)
}

function shown({ id, name, role, email, createdAt, deactivatedAt, version }: PersonRow, viewer: Person): ShownPerson {
  const mayKnow = can(viewer, 'person.seeEmail', { id })
  return { id, name, role, email: mayKnow ? email : null, createdAt, deactivatedAt, version }
}

/** The person of that id, for work that goes on after their request. Throws NotFound. */
export async function personById(conn: Conn, id: number): Promise<Person> {
  const { name, email, role } = (await findPerson(conn, id)) ?? missing('person')
  return { id, name, email, role }
}
