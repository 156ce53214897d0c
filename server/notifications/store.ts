import { and, count, desc, eq, isNotNull, isNull, lte, lt, or, sql } from 'drizzle-orm'
import { type Conn, type Tx, prepared } from '../../db/conn.ts'
import { type NotificationReason, events, notifications, people, rounds, sources } from '../../db/schema/index.ts'

/** Everyone who has not left. */
export async function activePeople(conn: Conn): Promise<{ id: number }[]> {
  const query = prepared(conn, 'notifications.active', (c) =>
    c.select({ id: people.id }).from(people).where(isNull(people.deactivatedAt)).prepare(),
  )
  return query.execute()
}

type NewRow = { personId: number; reason: NotificationReason; seq: number; claimId: number | null }

/** Whoever was told of the event before is not told again. */
export async function insertNotifications(tx: Tx, rows: NewRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insert(notifications)
    .values(rows.map((row) => ({ ...row, createdAt: tx.now })))
    .onConflictDoNothing()
}

/** Whose notifications; `confidential` tells whether they may see confidential sources. */
type Viewer = { viewer: number; confidential: boolean }

// The same as the history shows: nothing of a confidential source, nothing of an open round but one's own doing.
const seen = ({ confidential }: Viewer) =>
  and(
    eq(notifications.personId, sql.placeholder('viewer')),
    confidential ? undefined : or(isNull(sources.id), eq(sources.confidential, false)),
    or(isNull(rounds.id), isNotNull(rounds.closedAt), eq(events.actorId, notifications.personId)),
  )

/** How many unread ones there are, counted up to `most`. */
export async function countUnread(conn: Conn, viewer: Viewer, most: number): Promise<number> {
  const query = prepared(conn, `notifications.unread.${viewer.confidential}`, (c) => {
    const unread = c
      .select({ id: notifications.id })
      .from(notifications)
      .innerJoin(events, eq(events.seq, notifications.seq))
      .leftJoin(sources, eq(sources.id, events.sourceId))
      .leftJoin(rounds, eq(rounds.id, events.roundId))
      .where(and(seen(viewer), isNull(notifications.readAt)))
      // The order has the index of unread ones read, and not everything that somebody was ever told.
      .orderBy(desc(notifications.id))
      .limit(sql.placeholder('most'))
      .as('unread')
    return c.select({ count: count() }).from(unread).prepare()
  })
  const [row] = await query.execute({ ...viewer, most })
  return row?.count ?? 0
}

type Page = { before?: number | undefined; limit: number; unread?: boolean | undefined }

/** Up to `limit` with their events, newest first, of events before `before`. */
export async function notificationRows(conn: Conn, viewer: Viewer, { before, limit, unread = false }: Page) {
  const query = prepared(conn, `notifications.page.${viewer.confidential}.${unread}`, (c) =>
    c
      .select({
        id: notifications.id,
        reason: notifications.reason,
        readAt: notifications.readAt,
        claimId: notifications.claimId,
        body: events.body,
      })
      .from(notifications)
      .innerJoin(events, eq(events.seq, notifications.seq))
      .leftJoin(sources, eq(sources.id, events.sourceId))
      .leftJoin(rounds, eq(rounds.id, events.roundId))
      .where(
        and(
          seen(viewer),
          unread ? isNull(notifications.readAt) : undefined,
          lt(notifications.seq, sql.placeholder('before')),
        ),
      )
      .orderBy(desc(notifications.seq))
      .limit(sql.placeholder('limit'))
      .prepare(),
  )
  return query.execute({ ...viewer, limit, before: before ?? Number.MAX_SAFE_INTEGER })
}

/** The one of that id, if it is theirs and they may see its event. */
export async function findNotification(conn: Conn, viewer: Viewer, id: number) {
  const query = prepared(conn, `notifications.one.${viewer.confidential}`, (c) =>
    c
      .select({ id: notifications.id, claimId: notifications.claimId, body: events.body })
      .from(notifications)
      .innerJoin(events, eq(events.seq, notifications.seq))
      .leftJoin(sources, eq(sources.id, events.sourceId))
      .leftJoin(rounds, eq(rounds.id, events.roundId))
      .where(and(seen(viewer), eq(notifications.id, sql.placeholder('id'))))
      .limit(1)
      .prepare(),
  )
  const [found] = await query.execute({ ...viewer, id })
  return found
}

/** Marks one as read. */
export async function setRead(tx: Tx, id: number): Promise<void> {
  await tx
    .update(notifications)
    .set({ readAt: tx.now })
    .where(and(eq(notifications.id, id), isNull(notifications.readAt)))
}

/** Marks all of a person's as read, up to that event. */
export async function setAllRead(tx: Tx, personId: number, upTo: number): Promise<void> {
  await tx
    .update(notifications)
    .set({ readAt: tx.now })
    .where(and(eq(notifications.personId, personId), isNull(notifications.readAt), lte(notifications.seq, upTo)))
}
