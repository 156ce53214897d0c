import type { Conn, Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Clock, secret } from '../chance.ts'
import { record, sha256 } from '../history/record.ts'
import type { Person } from './permissions.ts'
import {
  closeSignIns,
  findFormerPerson,
  findSignIn,
  insertSignIn,
  openSignInsOf,
  updateLastSeen,
} from './sign-in-store.ts'
import type { Role } from './words.ts'

const hour = 3_600_000
/** Long enough for a working day with a break; short enough that a lost laptop is locked by the next morning. */
const idleLimit = 12 * hour
/** Everyone signs in again once a month; admins, who can do most harm, every 12 hours and after one idle hour. */
const absoluteLimit = 30 * 24 * hour

export type SignIn = { id: number; person: Person }
/** When each sign-in was last used, kept in memory and written down now and then: reading a page must not write. */
export type LastSeen = Map<number, number>
/** What a browser says of itself, where it is, and the secret it has kept from an earlier sign-in, if any. */
export type Device = { device: string; address: string; secret?: string | undefined }

/** What is stored of a token: its SHA-256, from which nobody can sign in. */
export const tokenHash = (token: string): string => sha256(token).toString('base64url')

/** Opens a sign-in and returns its token, which exists nowhere else. */
export async function openSignIn(
  tx: Tx,
  db: Pick<Db, 'random'>,
  person: { id: number },
  { device, address, secret: kept }: Device,
): Promise<string> {
  const token = secret(db.random)
  const deviceHash = kept ? tokenHash(kept) : null
  await insertSignIn(tx, { personId: person.id, tokenHash: tokenHash(token), device, address, deviceHash })
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
  const last = Math.max(Date.parse(found.lastSeenAt), seen.get(found.id) ?? 0)
  if (!isLive({ createdAt: found.createdAt, last }, found.person.role, now)) return undefined
  seen.set(found.id, now)
  return { id: found.id, person: found.person }
}

function isLive({ createdAt, last }: { createdAt: string; last: number }, role: Role, now: number): boolean {
  const isAdmin = role === 'admin'
  if (now - last > (isAdmin ? hour : idleLimit)) return false
  return now - Date.parse(createdAt) <= (isAdmin ? 12 * hour : absoluteLimit)
}

/** Who was signed in with this token, whether or not it still counts. */
export async function readFormerPerson(conn: Conn, token: string): Promise<number | undefined> {
  return findFormerPerson(conn, tokenHash(token))
}

export type OpenDevice = { id: number; device: string; address: string; createdAt: string; lastSeenAt: string }

/** The sign-ins of the person that still count, newest first. Their last use is true to a minute or so. */
export async function openDevices(
  db: Pick<Db, 'reader' | 'clock'>,
  person: Person,
  current: number | undefined,
): Promise<OpenDevice[]> {
  const now = db.clock.now().getTime()
  const rows = await openSignInsOf(db.reader, person.id)
  const lives = ({ createdAt, lastSeenAt }: OpenDevice) =>
    isLive({ createdAt, last: Date.parse(lastSeenAt) }, person.role, now)
  return rows.filter((row) => row.id === current || lives(row))
}

type Which = { personId: number; only?: number; except?: number }

/** Ends sign-ins of a person: all, `only` one, or all `except` one. Returns how many; none leave no event. */
export async function endSignIns(tx: Tx, actor: { id: number }, which: Which): Promise<number> {
  const devices = await closeSignIns(tx, which)
  if (devices > 0) await record(tx, actor, 'person.signed_out', { person: which.personId }, { devices })
  return devices
}

/** Writes down when sign-ins were last used, and forgets what it wrote. */
export async function saveLastSeen(db: Db, seen: LastSeen): Promise<void> {
  const saved = [...seen]
  if (saved.length === 0) return
  await write(db, async (tx) => {
    for (const [id, at] of saved) await updateLastSeen(tx, id, new Date(at).toISOString())
  })
  for (const [id, at] of saved) if (seen.get(id) === at) seen.delete(id)
}
