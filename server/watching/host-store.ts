import { eq } from 'drizzle-orm'
import type { Conn, Tx } from '../../db/conn.ts'
import { type RobotsState, watchedHosts } from '../../db/schema/index.ts'

/** What a site's robots.txt holds. */
export type Robots = { robots: RobotsState; robotsText: string | null; robotsProblem: string | null }

/** What is known of a site; undefined for one that has never been asked. */
export async function findHost(conn: Conn, origin: string) {
  const [found] = await conn.select().from(watchedHosts).where(eq(watchedHosts.origin, origin)).limit(1)
  return found
}

type HostChange = Partial<Omit<typeof watchedHosts.$inferInsert, 'origin'>>

async function keepHost(tx: Tx, origin: string, change: HostChange): Promise<void> {
  await tx
    .insert(watchedHosts)
    .values({ origin, freeAt: tx.now, ...change })
    .onConflictDoUpdate({ target: watchedHosts.origin, set: change })
}

/** Keeps what its robots.txt holds now. */
export const keepRobots = (tx: Tx, origin: string, robots: Robots): Promise<void> =>
  keepHost(tx, origin, { ...robots, robotsAt: tx.now })

/** Keeps when the site can be asked next. */
export const keepFree = (tx: Tx, origin: string, freeAt: string): Promise<void> => keepHost(tx, origin, { freeAt })

/** Keeps until when it is left in peace. */
export const keepQuiet = (tx: Tx, origin: string, quietUntil: string): Promise<void> =>
  keepHost(tx, origin, { quietUntil })
