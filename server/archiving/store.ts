import { and, desc, eq, inArray } from 'drizzle-orm'
import { type Conn, type Tx, insertedId } from '../../db/conn.ts'
import { archiveRequests, people } from '../../db/schema/index.ts'

/** The newest requests of a source, newest first. */
export async function requestsOf(conn: Conn, sourceId: number, limit: number) {
  return conn
    .select({
      id: archiveRequests.id,
      address: archiveRequests.address,
      askedAt: archiveRequests.askedAt,
      askedBy: people.name,
      state: archiveRequests.state,
      archivedUrl: archiveRequests.archivedUrl,
      problem: archiveRequests.problem,
      changedAt: archiveRequests.changedAt,
    })
    .from(archiveRequests)
    .innerJoin(people, eq(people.id, archiveRequests.askedById))
    .where(eq(archiveRequests.sourceId, sourceId))
    .orderBy(desc(archiveRequests.id))
    .limit(limit)
}

/** A request that has not ended; undefined when it has. */
export async function findOpenRequest(conn: Conn, id: number) {
  const [row] = await conn
    .select()
    .from(archiveRequests)
    .where(and(eq(archiveRequests.id, id), inArray(archiveRequests.state, ['asked', 'waiting'])))
  return row
}

type NewRequest = { sourceId: number; address: string; askedById: number }

/** Returns the id. */
export async function insertRequest(tx: Tx, request: NewRequest): Promise<number> {
  const row = { ...request, state: 'asked' as const, askedAt: tx.now, changedAt: tx.now }
  return insertedId(await tx.insert(archiveRequests).values(row).returning({ id: archiveRequests.id }))
}

type Change = Partial<Pick<typeof archiveRequests.$inferInsert, 'state' | 'remoteId' | 'archivedUrl' | 'problem'>>

/** Writes down how far it is. */
export async function updateRequest(tx: Tx, id: number, change: Change): Promise<void> {
  await tx
    .update(archiveRequests)
    .set({ ...change, changedAt: tx.now })
    .where(eq(archiveRequests.id, id))
}
