import { asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Db } from '../../db/open.ts'
import { events } from '../../db/schema/index.ts'

const Body = z.object({ type: z.string(), actor: z.number().nullable(), data: z.record(z.string(), z.unknown()) })

/** What the history keeps about a claim, oldest first. */
export async function eventsAbout(db: Db, claimId: number) {
  const rows = await db.reader
    .select({ body: events.body })
    .from(events)
    .where(eq(events.claimId, claimId))
    .orderBy(asc(events.seq))
  return rows.map((row) => Body.parse(JSON.parse(row.body.toString())))
}
