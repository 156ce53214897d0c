import { asc, eq } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { events, notifications, people } from '../../db/schema/index.ts'

/** Who was told of what and why, in the order it was written: `Cleo assigned claim.assigned`. */
export async function told(db: Db): Promise<string[]> {
  const rows = await db.reader
    .select({ name: people.name, reason: notifications.reason, type: events.type })
    .from(notifications)
    .innerJoin(people, eq(people.id, notifications.personId))
    .innerJoin(events, eq(events.seq, notifications.seq))
    .orderBy(asc(notifications.id))
  return rows.map(({ name, reason, type }) => `${name} ${reason} ${type}`)
}
