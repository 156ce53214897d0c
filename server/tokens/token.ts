import type { Conn, Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import type { Person } from '../accounts/permissions.ts'
import { type Clock, secret } from '../chance.ts'
import { BadInput, missing } from '../errors.ts'
import { record, sha256 } from '../history/record.ts'
import { countLive, endTokens, findToken, insertToken, liveTokens, updateLastUsed } from './store.ts'
import type { Scope } from './words.ts'

/** What a program shows: the person it acts for, with the token's number, and what the token lets it do at most. */
export type Bearer = { person: Person & { token: number }; scopes: readonly Scope[] }

/** A token as its owner sees it. Its last use is true to a minute or so. */
export type Token = Awaited<ReturnType<typeof liveTokens>>[number]

/** When each token was last used, kept in memory and written down now and then: reading must not write. */
export type LastUsed = Map<number, number>

const day = 86_400_000
const most = 20
/** What tokens begin with, so that programs that look for lost secrets know them. */
const prefix = 'stet_'

const hashOf = (token: string): string => sha256(token).toString('base64url')

/** Makes a token of one's own and returns it: it is stored nowhere. Throws BadInput for more than twenty. */
export function makeToken(
  db: Db,
  person: Person,
  { name, scopes, days }: { name: string; scopes: Scope[]; days: number },
): Promise<string> {
  const token = prefix + secret(db.random)
  return write(db, async (tx) => {
    if ((await countLive(tx, person.id, tx.now)) >= most) throw new BadInput({ '': tooMany })
    const expiresAt = new Date(Date.parse(tx.now) + days * day).toISOString()
    const row = { personId: person.id, name, scopes, tokenHash: hashOf(token), expiresAt }
    const id = await insertToken(tx, row)
    await record(tx, person, 'token.made', { person: person.id }, { token: id, scopes, until: expiresAt })
    return token
  })
}

const tooMany = `You have ${most} tokens already. Revoke one that is not used any more.`

/** One's own tokens that work, newest first. */
export const listTokens = ({ reader, clock }: Pick<Db, 'reader' | 'clock'>, person: Person): Promise<Token[]> =>
  liveTokens(reader, person.id, clock.now().toISOString())

/** Ends one of one's own tokens. Throws NotFound for anybody else's, and for one that has ended. */
export function revokeToken(db: Db, person: Person, id: number): Promise<void> {
  return write(db, async (tx) => {
    const ended = await endTokens(tx, { personId: person.id, only: id })
    if (ended.length === 0) missing('token')
    await record(tx, person, 'token.revoked', { person: person.id }, { token: id })
  })
}

/** Ends every token of a person that works, with an event for each, and returns how many. */
export async function endTokensOf(tx: Tx, actor: { id: number }, personId: number): Promise<number> {
  const ended = await endTokens(tx, { personId })
  for (const token of ended) await record(tx, actor, 'token.revoked', { person: personId }, { token })
  return ended.length
}

/** How many tokens of a person work. What they are called is for that person alone. */
export const countTokens = ({ reader, clock }: Pick<Db, 'reader' | 'clock'>, personId: number): Promise<number> =>
  countLive(reader, personId, clock.now().toISOString())

/** Whom a token stands for; undefined when it is unknown, revoked or has run out, or the person is deactivated. */
export async function readToken(
  conn: Conn,
  clock: Clock,
  { token, used }: { token: string; used: LastUsed },
): Promise<Bearer | undefined> {
  if (!token.startsWith(prefix)) return undefined
  const found = await findToken(conn, hashOf(token))
  const now = clock.now()
  if (!found || found.expiresAt <= now.toISOString()) return undefined
  used.set(found.id, now.getTime())
  return { person: { ...found.person, token: found.id }, scopes: found.scopes }
}

/** Writes down when tokens were last used, and forgets what it wrote. */
export async function saveLastUsed(db: Db, used: LastUsed): Promise<void> {
  const saved = [...used]
  if (saved.length === 0) return
  await write(db, async (tx) => {
    for (const [id, at] of saved) await updateLastUsed(tx, id, new Date(at).toISOString())
  })
  for (const [id, at] of saved) if (used.get(id) === at) used.delete(id)
}
