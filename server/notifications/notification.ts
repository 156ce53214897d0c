import type { Tx } from '../../db/conn.ts'
import { activePeople, insertNotifications } from './store.ts'
import type { NotificationReason } from './words.ts'

/**
 * Tells people of an event just recorded, in its transaction: never whoever did it, never people who have left, and each
 * person once an event, by the first reason given. What they may not see they are not shown either.
 */
export async function notify(
  tx: Tx,
  personIds: number[],
  reason: NotificationReason,
  about: { seq: number; claimId: number | null },
  actor: { id: number } | null,
): Promise<void> {
  const others = new Set(personIds.filter((id) => id !== actor?.id))
  if (others.size === 0) return
  const active = (await activePeople(tx)).filter(({ id }) => others.has(id))
  await insertNotifications(
    tx,
    active.map(({ id }) => ({ personId: id, reason, ...about })),
  )
}
