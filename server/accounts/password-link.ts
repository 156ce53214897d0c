import type { Conn, Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { secret } from '../chance.ts'
import { BadInput, Conflict, missing } from '../errors.ts'
import { record } from '../history/record.ts'
import { endTokensOf } from '../tokens/token.ts'
import {
  findPasswordLink,
  insertPasswordLink,
  markPasswordLinkUsed,
  replacePasswordLinks,
} from './password-link-store.ts'
import { type PersonRow, findByEmail, findPerson, updatePerson } from './people-store.ts'
import { type Person, permit } from './permissions.ts'
import { normalEmail } from './person.ts'
import { type Arrived, hashedPassword } from './setup.ts'
import { type Device, endSignIns, openSignIn, tokenHash } from './sign-in.ts'

/** How long a link works: a day. */
const linkLimit = 24 * 3_600_000

/** Whom an open link is for. */
export type OpenPasswordLink = { id: number; person: Person; expiresAt: string }
/** Why a link lets nobody choose a password any more. */
export type DeadPasswordLink = 'unknown-link' | 'expired-link' | 'used-link' | 'replaced-link' | 'closed-account'

/**
 * Makes the link with which somebody chooses a new password, and returns its code, which exists nowhere else. Links made for them
 * before end. Throws BadInput for a deactivated account.
 */
export async function makePasswordLink(db: Db, admin: Person, id: number): Promise<string> {
  permit(admin, 'person.edit')
  return write(db, async (tx) => linkFor(tx, db, admin, (await findPerson(tx, id)) ?? missing('person')))
}

/** The same at the command line, for whoever nobody else can help; undefined when there is no such active account. */
export async function makePasswordLinkByEmail(db: Db, email: string): Promise<string | undefined> {
  return write(db, async (tx) => {
    const row = await findByEmail(tx, normalEmail(email))
    return row && !row.deactivatedAt ? linkFor(tx, db, null, row) : undefined
  })
}

async function linkFor(tx: Tx, { random }: Db, maker: Person | null, row: PersonRow): Promise<string> {
  if (row.deactivatedAt) throw new BadInput({ '': `The account of ${row.name} is deactivated. Reactivate it first.` })
  const code = secret(random)
  const expiresAt = new Date(Date.parse(tx.now) + linkLimit).toISOString()
  await replacePasswordLinks(tx, row.id)
  const link = { tokenHash: tokenHash(code), personId: row.id, madeById: maker?.id ?? null, expiresAt }
  await insertPasswordLink(tx, link)
  await record(tx, maker, 'person.password_link_made', { person: row.id }, {})
  return code
}

/** Whom the link of a code is for, or why it is dead. */
export async function readPasswordLink(
  conn: Conn,
  now: string,
  code: string | undefined,
): Promise<OpenPasswordLink | DeadPasswordLink> {
  const found = code ? await findPasswordLink(conn, tokenHash(code)) : undefined
  if (!found) return 'unknown-link'
  const { id, usedAt, replacedAt, expiresAt } = found.link
  if (usedAt) return 'used-link'
  if (replacedAt) return 'replaced-link'
  if (expiresAt <= now) return 'expired-link'
  if (found.person.deactivatedAt) return 'closed-account'
  const { id: personId, name, email, role } = found.person
  return { id, person: { id: personId, name, email, role }, expiresAt }
}

/**
 * Gives the person of the link the password they chose, ends all their sign-ins and API tokens, and signs them in. Throws
 * Conflict when the link has died, BadInput for a poor password.
 */
export async function choosePassword(
  db: Db,
  { code, password }: { code: string; password: string },
  device: Device,
): Promise<Arrived> {
  const asked = await readPasswordLink(db.reader, db.clock.now().toISOString(), code)
  if (typeof asked === 'string') throw new Conflict(dead)
  const passwordHash = await hashedPassword({ ...asked.person, password })
  return write(db, async (tx) => {
    const link = await readPasswordLink(tx, tx.now, code)
    if (typeof link === 'string') throw new Conflict(dead)
    const { id, person } = link
    await updatePerson(tx, person.id, { passwordHash })
    await markPasswordLinkUsed(tx, id)
    await record(tx, person, 'person.password_chosen', { person: person.id }, {})
    await endSignIns(tx, person, { personId: person.id })
    await endTokensOf(tx, person, person.id)
    return { person, token: await openSignIn(tx, db, person, device) }
  })
}

const dead = 'This link cannot be used any more. Ask an admin for a new one.'
