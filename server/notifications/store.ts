import { isNull } from 'drizzle-orm'
import { type Conn, type Tx, prepared } from '../../db/conn.ts'
import { type NotificationReason, notifications, people } from '../../db/schema/index.ts'

/** Everyone who has not left. */
export async function activePeople(conn: Conn): Promise<{ id: number }[]> {
  const query = prepared(conn, 'notifications.active', (c) =>
    c.select({ id: people.id }).from(people).where(isNull(people.deactivatedAt)).prepare(),
  )
  return query.execute()
}

type NewRow = { personId: number; reason: NotificationReason; seq: number; claimId: number }

/** Whoever was told of the event before is not told again. */
export async function insertNotifications(tx: Tx, rows: NewRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insert(notifications)
    .values(rows.map((row) => ({ ...row, createdAt: tx.now })))
    .onConflictDoNothing()
}
