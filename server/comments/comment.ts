import type { Conn, Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { listPeople } from '../accounts/person.ts'
import { Conflict, missing } from '../errors.ts'
import { record, sha256 } from '../history/record.ts'
import { notify } from '../notifications/notification.ts'
import { mentionedIn } from './mention.ts'
import { type Place, type Spot, isSeenBy, onOf, ownersOf, readSpot, subjectOf } from './spot.ts'
import { authorsOf, findComment, findThread, lastComment, newestThread } from './spot-store.ts'
import { eraseRow, insertComment, insertMentions, insertThread } from './write-store.ts'

/** `untold` are the names of those mentioned who may not see the discussion, and therefore heard nothing. */
export type Said = { threadId: number; commentId: number; claimId: number; untold: string[] }

/** Opens a thread with its first comment. Throws NotFound for a place that the person may not see. */
export function openThread(db: Db, person: Person, place: Place, body: string): Promise<Said> {
  permit(person, 'comment.add')
  const salt = newSalt(db)
  return write(db, async (tx) => {
    const spot = await readSpot(tx, person, place)
    const { claim, evidence, verdict } = spot
    const about = { claimId: claim.id, evidenceId: evidence?.id ?? null, verdictId: verdict?.id ?? null }
    const opened = { ...about, openedById: person.id }
    await refuseTwin(tx, person, (await newestThread(tx, opened))?.id, body)
    const threadId = await insertThread(tx, opened)
    return say(tx, person, spot, { threadId, body, salt, before: [] })
  })
}

/** Answers in a thread. Throws NotFound for one that the person may not see, Conflict for one that was resolved meanwhile. */
export function answerThread(db: Db, person: Person, threadId: number, body: string): Promise<Said> {
  permit(person, 'comment.add')
  const salt = newSalt(db)
  return write(db, async (tx) => {
    const thread = (await findThread(tx, threadId)) ?? missing('discussion')
    if (!isSeenBy(person, thread)) missing('discussion')
    if (thread.resolvedAt !== null)
      throw new Conflict('This discussion was resolved meanwhile. Reopen it, then send your answer: it is still here.')
    await refuseTwin(tx, person, threadId, body)
    return say(tx, person, thread, { threadId, body, salt, before: await authorsOf(tx, threadId) })
  })
}

// A form that is sent twice says nothing new.
async function refuseTwin(tx: Tx, { id }: Person, threadId: number | undefined, body: string): Promise<void> {
  const last = threadId === undefined ? undefined : await lastComment(tx, threadId)
  if (last?.authorId === id && last.body === body)
    throw new Conflict('You have just said this here, and it is saved. Write something else, or leave it at that.')
}

// A transaction waits on nothing, chance included.
const newSalt = (db: Db): string => db.random.bytes(16).toString('base64')

/** What the history keeps of a comment, in hexadecimal: it tells nothing once the salt is gone. */
export const commentDigest = (salt: string, body: string): string => sha256(salt + body).toString('hex')

type Saying = { threadId: number; body: string; salt: string; before: number[] }

async function say(tx: Tx, person: Person, spot: Spot, { threadId, body, salt, before }: Saying): Promise<Said> {
  const commentId = await insertComment(tx, { threadId, authorId: person.id, body, salt })
  const told = { comment: commentId, thread: threadId, on: onOf(spot), sha256: commentDigest(salt, body) }
  const seq = await record(tx, person, 'comment.added', subjectOf(spot), told)
  const active = (await listPeople(tx)).filter((one) => !one.deactivatedAt)
  const seeing = active.filter((one) => isSeenBy(one, spot)).map(({ id }) => id)
  const mentioned = mentionedIn(body, active)
  const reached = mentioned.filter(({ id }) => seeing.includes(id)).map(({ id }) => id)
  await insertMentions(tx, commentId, reached)
  const about = { seq, claimId: spot.claim.id }
  const tell = (ids: number[]) => ids.filter((id) => seeing.includes(id))
  await notify(tx, reached, 'mention', about, person)
  await notify(tx, tell(before), 'answer', about, person)
  if (before.length === 0) await notify(tx, tell(ownersOf(spot)), 'discussed', about, person)
  const untold = mentioned.filter(({ id }) => !seeing.includes(id)).map(({ name }) => name)
  return { threadId, commentId, claimId: spot.claim.id, untold }
}

/**
 * Takes the text of a comment away for good; that there was one stays, and so does its hash in the history. Throws
 * NotFound, and Forbidden for who is neither its author nor an admin.
 */
export function eraseComment(db: Db, person: Person, id: number): Promise<{ threadId: number; claimId: number }> {
  return write(db, async (tx) => {
    const comment = (await findComment(tx, id)) ?? missing('comment')
    const thread = (await findThread(tx, comment.threadId)) ?? missing('discussion')
    if (!isSeenBy(person, thread)) missing('comment')
    permit(person, 'comment.erase', comment)
    const at = { threadId: comment.threadId, claimId: thread.claim.id }
    if (comment.erasedAt !== null) return at
    await eraseRow(tx, id, person.id)
    await record(tx, person, 'comment.erased', subjectOf(thread), { comment: id, thread: comment.threadId })
    return at
  })
}

/** The thread that a comment stands in. Throws NotFound. */
export async function threadOfComment(conn: Conn, id: number): Promise<number> {
  return ((await findComment(conn, id)) ?? missing('comment')).threadId
}
