import { and, desc, eq, gt, lt, sql } from 'drizzle-orm'
import { type Conn, type Tx, prepared } from '../../db/conn.ts'
import { type EventKind, events } from '../../db/schema/index.ts'
import type { EventType, Subject } from './events.ts'

type NewEvent = {
  seq: number
  body: Buffer
  hash: Buffer
  at: string
  type: EventType
  kind: EventKind
  actorId: number | null
  subject: Subject
}

/** The last event, or undefined before the first. */
export async function newestEvent(conn: Conn): Promise<{ seq: number; hash: Buffer } | undefined> {
  const query = prepared(conn, 'history.newest', (c) =>
    c.select({ seq: events.seq, hash: events.hash }).from(events).orderBy(desc(events.seq)).limit(1).prepare(),
  )
  const [newest] = await query.execute()
  return newest
}

export async function appendEvent(tx: Tx, { subject, ...event }: NewEvent): Promise<void> {
  const query = prepared(tx, 'history.append', () =>
    tx
      .insert(events)
      .values({
        seq: sql.placeholder('seq'),
        body: sql.placeholder('body'),
        hash: sql.placeholder('hash'),
        at: sql.placeholder('at'),
        type: sql.placeholder('type'),
        kind: sql.placeholder('kind'),
        actorId: sql.placeholder('actorId'),
        articleId: sql.placeholder('articleId'),
        claimId: sql.placeholder('claimId'),
        sourceId: sql.placeholder('sourceId'),
        personId: sql.placeholder('personId'),
      })
      .prepare(),
  )
  const { article, claim, source, person } = subject
  await query.execute({
    ...event,
    articleId: article ?? null,
    claimId: claim ?? null,
    sourceId: source ?? null,
    personId: person ?? null,
  })
}

export type WholeEvent = typeof events.$inferSelect

/** Up to `limit` events after `seq`, oldest first, whole: for checking the chain. */
export async function eventsAfter(conn: Conn, seq: number, limit: number) {
  return conn.select().from(events).where(gt(events.seq, seq)).orderBy(events.seq).limit(limit)
}

export type EventRow = Awaited<ReturnType<typeof eventsOf>>[number]

/** Up to `limit` events about the subject (all, when it is empty), newest first, older than `before`. */
export async function eventsOf(
  conn: Conn,
  about: Subject & { actor?: number },
  { before, limit }: { before?: number; limit: number },
) {
  const wanted = [
    about.article === undefined ? undefined : eq(events.articleId, about.article),
    about.claim === undefined ? undefined : eq(events.claimId, about.claim),
    about.source === undefined ? undefined : eq(events.sourceId, about.source),
    about.person === undefined ? undefined : eq(events.personId, about.person),
    about.actor === undefined ? undefined : eq(events.actorId, about.actor),
    before === undefined ? undefined : lt(events.seq, before),
  ]
  return conn
    .select({ seq: events.seq, body: events.body })
    .from(events)
    .where(and(...wanted))
    .orderBy(desc(events.seq))
    .limit(limit)
}
