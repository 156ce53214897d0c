import type { Conn } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { secret } from '../chance.ts'
import { Conflict } from '../errors.ts'
import { record } from '../history/record.ts'
import { findInvitation, insertInvitation, markAccepted, markWithdrawn, openInvitations } from './invitation-store.ts'
import { type Person, permit } from './permissions.ts'
import { addPerson, normalEmail } from './person.ts'
import { type Arrived, hashedPassword } from './setup.ts'
import { type Device, openSignIn, tokenHash } from './sign-in.ts'
import type { Role } from './words.ts'

/** How long an invitation can be accepted: a day. */
const invitationLimit = 24 * 3_600_000

export type OpenInvitation = {
  id: number
  name: string
  role: Role
  invitedBy: string
  createdAt: string
  expiresAt: string
}
/** Why an invitation cannot be accepted any more. */
export type DeadInvitation = 'unknown' | 'expired' | 'used' | 'withdrawn'

/** Makes an invitation and returns the code of its link, which exists nowhere else. */
export async function invite(db: Db, person: Person, { name, role }: { name: string; role: Role }): Promise<string> {
  permit(person, 'person.invite')
  const code = secret(db.random)
  await write(db, async (tx) => {
    const expiresAt = new Date(Date.parse(tx.now) + invitationLimit).toISOString()
    const row = { tokenHash: tokenHash(code), name, role, invitedById: person.id, expiresAt }
    const invitation = await insertInvitation(tx, row)
    await record(tx, person, 'invitation.made', {}, { invitation, role })
  })
  return code
}

/** The invitations that can be accepted now, newest first. */
export async function listInvitations(db: Pick<Db, 'reader' | 'clock'>): Promise<OpenInvitation[]> {
  const rows = await openInvitations(db.reader, db.clock.now().toISOString())
  return rows.map(({ invitation: { id, name, role, createdAt, expiresAt }, invitedBy }) => ({
    id,
    name,
    role,
    invitedBy,
    createdAt,
    expiresAt,
  }))
}

/** Takes an invitation back. Throws Conflict when it was accepted or withdrawn before. */
export async function withdrawInvitation(db: Db, person: Person, id: number): Promise<void> {
  permit(person, 'person.invite')
  await write(db, async (tx) => {
    if (!(await markWithdrawn(tx, id))) throw new Conflict('This invitation has been accepted or withdrawn already.')
    await record(tx, person, 'invitation.withdrawn', {}, { invitation: id })
  })
}

/** The open invitation behind a code, or why it is dead. */
export async function readInvitation(
  conn: Conn,
  now: string,
  code: string | undefined,
): Promise<OpenInvitation | DeadInvitation> {
  const found = code ? await findInvitation(conn, tokenHash(code)) : undefined
  if (!found) return 'unknown'
  const { id, name, role, createdAt, expiresAt, acceptedAt, withdrawnAt } = found.invitation
  if (acceptedAt) return 'used'
  if (withdrawnAt) return 'withdrawn'
  if (expiresAt <= now) return 'expired'
  return { id, name, role, invitedBy: found.invitedBy, createdAt, expiresAt }
}

type Acceptance = { code: string; name: string; email: string; password: string }

/** Makes the account and signs it in. Throws Conflict when the invitation has died, BadInput for a taken email or poor password. */
export async function acceptInvitation(db: Db, input: Acceptance, device: Device): Promise<Arrived> {
  const passwordHash = await hashedPassword(input)
  return write(db, async (tx) => {
    const invitation = await readInvitation(tx, tx.now, input.code)
    if (typeof invitation === 'string')
      throw new Conflict('This invitation cannot be used any more. Ask for a new one.')
    const account = { name: input.name, email: normalEmail(input.email), role: invitation.role }
    const id = await addPerson(tx, null, { ...account, passwordHash, by: 'invitation' })
    await markAccepted(tx, invitation.id, id)
    return { person: { id, ...account }, token: await openSignIn(tx, db, { id }, device) }
  })
}
