import { eq } from 'drizzle-orm'
import type { Conn, Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { signIns } from '../../db/schema/index.ts'
import { type Clock, secret } from '../chance.ts'
import { record, sha256 } from '../history/record.ts'
import type { Person } from './permissions.ts'
import { findSignIn } from './store.ts'

const hour = 3_600_000
/** Long enough for a working day with a break; short enough that a lost laptop is locked by the next morning. */
export const idleLimit = 12 * hour
/** Everyone signs in again once a month; admins, who can do most harm, every 12 hours and after one idle hour. */
export const absoluteLimit = 30 * 24 * hour

export type SignIn = { id: number; person: Person }
/** When each sign-in was last used, kept in memory and written down now and then: reading a page must not write. */
export type LastSeen = Map<number, number>
export type Device = { device: string; address: string }

export const tokenHash = (token: string): string => sha256(token).toString('base64url')

/** Opens a sign-in and returns its token, which exists nowhere else. */
export async function openSignIn(
  tx: Tx,
  db: Pick<Db, 'random'>,
  person: { id: number },
  { device, address }: Device,
): Promise<string> {
  const token = secret(db.random)
  const row = {
    personId: person.id,
    tokenHash: tokenHash(token),
    device,
    address,
    createdAt: tx.now,
    lastSeenAt: tx.now,
  }
  await tx.insert(signIns).values(row)
  await record(tx, person, 'person.signed_in', { person: person.id }, {})
  return token
}

/** The person a cookie's token stands for, or undefined when it is unknown, ended, idle too long or too old. */
export async function readSignIn(
  conn: Conn,
  clock: Clock,
  { token, seen }: { token: string; seen: LastSeen },
): Promise<SignIn | undefined> {
  const found = await findSignIn(conn, tokenHash(token))
  if (!found) return undefined
  const now = clock.now().getTime()
  const isAdmin = found.person.role === 'admin'
  const last = Math.max(Date.parse(found.lastSeenAt), seen.get(found.id) ?? 0)
  if (now - last > (isAdmin ? hour : idleLimit)) return undefined
  if (now - Date.parse(found.createdAt) > (isAdmin ? 12 * hour : absoluteLimit)) return undefined
  seen.set(found.id, now)
  return { id: found.id, person: found.person }
}

/** Writes down when sign-ins were last used, and forgets what it wrote. */
export async function saveLastSeen(tx: Tx, seen: LastSeen): Promise<void> {
  for (const [id, at] of seen) {
    await tx
      .update(signIns)
      .set({ lastSeenAt: new Date(at).toISOString() })
      .where(eq(signIns.id, id))
  }
}
