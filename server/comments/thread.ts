import type { Conn } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { missing } from '../errors.ts'
import { record } from '../history/record.ts'
import { seesConfidential } from '../sources/source.ts'
import { isSeenBy, subjectOf } from './spot.ts'
import { findThread } from './spot-store.ts'
import { commentRows } from './store.ts'
import { setResolved } from './write-store.ts'

export type Comment = {
  id: number
  author: { id: number; name: string }
  /** Markdown; empty when it was erased. */
  body: string
  createdAt: string
  erased: { at: string; by: string } | null
  /** The names of those mentioned in it. */
  mentioned: string[]
}

export type Thread = {
  id: number
  claimId: number
  /** What it is about, when that is not the claim as a whole. */
  evidence: { id: number; title: string } | null
  verdict: { id: number; number: number } | null
  resolved: { at: string; by: string } | null
  comments: Comment[]
}

/** The threads on a claim that the viewer may see, as they were opened; comments oldest first. One query. */
export async function threadsOf(conn: Conn, viewer: Person, claimId: number): Promise<Thread[]> {
  const rows = await commentRows(conn, { claimId, viewer: viewer.id, confidential: seesConfidential(viewer) })
  const threads = new Map<number, Thread>()
  for (const row of rows) {
    const thread = threads.get(row.thread.id) ?? threadOf(claimId, row)
    threads.set(thread.id, thread)
    const last = thread.comments.at(-1)
    const comment = last?.id === row.comment.id ? last : commentOf(row)
    if (comment !== last) thread.comments.push(comment)
    if (row.mentioned !== null) comment.mentioned.push(row.mentioned)
  }
  return [...threads.values()]
}

type Row = Awaited<ReturnType<typeof commentRows>>[number]

const threadOf = (claimId: number, { thread, resolver, evidence, source, verdict }: Row): Thread => ({
  id: thread.id,
  claimId,
  evidence: evidence && { id: evidence.id, title: source ?? '' },
  verdict,
  resolved: thread.resolvedAt === null ? null : { at: thread.resolvedAt, by: resolver ?? '' },
  comments: [],
})

function commentOf({ comment: { erasedAt, ...comment }, author, eraser }: Row): Comment {
  const erased = erasedAt === null ? null : { at: erasedAt, by: eraser ?? '' }
  return { ...comment, author, erased, mentioned: [] }
}

/** One thread as the viewer may see it. Throws NotFound. */
export async function readThread(conn: Conn, viewer: Person, id: number): Promise<Thread> {
  const { claim } = (await findThread(conn, id)) ?? missing('discussion')
  const threads = await threadsOf(conn, viewer, claim.id)
  return threads.find((thread) => thread.id === id) ?? missing('discussion')
}

/** How many open threads there are on each piece of evidence and each verdict, by id. */
export type OpenThreads = { evidence: Map<number, number>; verdicts: Map<number, number> }

/** Counts the open ones among threads. */
export function countOpen(threads: readonly Thread[]): OpenThreads {
  const open = threads.filter((thread) => !thread.resolved)
  const count = (ids: (number | undefined)[]) => {
    const counts = new Map<number, number>()
    for (const id of ids) if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1)
    return counts
  }
  return {
    evidence: count(open.map(({ evidence }) => evidence?.id)),
    verdicts: count(open.map(({ verdict }) => verdict?.id)),
  }
}

/** Marks a thread as settled, or opens it again; nothing happens when it is so already. Throws NotFound. */
export function resolveThread(db: Db, person: Person, id: number, resolved: boolean): Promise<void> {
  permit(person, 'thread.resolve')
  return write(db, async (tx) => {
    const thread = (await findThread(tx, id)) ?? missing('discussion')
    if (!isSeenBy(person, thread)) missing('discussion')
    if ((thread.resolvedAt !== null) === resolved) return
    await setResolved(tx, id, resolved ? person.id : null)
    await record(tx, person, resolved ? 'thread.resolved' : 'thread.reopened', subjectOf(thread), { thread: id })
  })
}
