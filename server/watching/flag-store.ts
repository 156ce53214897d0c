import { and, asc, desc, eq, gte, inArray, isNotNull, isNull } from 'drizzle-orm'
import { type Conn, type Tx, insertedId } from '../../db/conn.ts'
import {
  type SourceFlagReason,
  people,
  sourceFlagClaims,
  sourceFlags,
  sourceLooks,
  sources,
} from '../../db/schema/index.ts'

/** The flag on a source for that reason that nobody has cleared. */
export async function findOpenFlag(conn: Conn, sourceId: number, why: SourceFlagReason): Promise<number | undefined> {
  const [found] = await conn
    .select({ id: sourceFlags.id })
    .from(sourceFlags)
    .where(and(eq(sourceFlags.sourceId, sourceId), eq(sourceFlags.why, why), isNull(sourceFlags.clearedAt)))
  return found?.id
}

/** Whether a flag for that reason that was raised since then has been cleared. */
export async function hasCleared(
  conn: Conn,
  { sourceId, why, since }: { sourceId: number; why: SourceFlagReason; since: string },
): Promise<boolean> {
  const found = await conn
    .select({ id: sourceFlags.id })
    .from(sourceFlags)
    .where(
      and(
        eq(sourceFlags.sourceId, sourceId),
        eq(sourceFlags.why, why),
        gte(sourceFlags.createdAt, since),
        isNotNull(sourceFlags.clearedAt),
      ),
    )
    .limit(1)
  return found.length > 0
}

/** Returns the id. */
export async function insertFlag(
  tx: Tx,
  flag: { sourceId: number; lookId: number; why: SourceFlagReason },
): Promise<number> {
  return insertedId(
    await tx
      .insert(sourceFlags)
      .values({ ...flag, createdAt: tx.now })
      .returning({ id: sourceFlags.id }),
  )
}

/** Puts a claim under a flag; false when it is there already. */
export async function insertFlagClaim(tx: Tx, flagId: number, claimId: number): Promise<boolean> {
  const added = await tx
    .insert(sourceFlagClaims)
    .values({ flagId, claimId })
    .onConflictDoNothing()
    .returning({ claimId: sourceFlagClaims.claimId })
  return added.length > 0
}

const columns = {
  id: sourceFlags.id,
  why: sourceFlags.why,
  createdAt: sourceFlags.createdAt,
  message: sourceLooks.message,
  finalAddress: sourceLooks.finalAddress,
  comparedId: sourceLooks.comparedId,
  keptId: sourceLooks.keptId,
  source: { id: sources.id, title: sources.title, confidential: sources.confidential },
}

const open = (conn: Conn) =>
  conn
    .select(columns)
    .from(sourceFlags)
    .innerJoin(sourceLooks, eq(sourceLooks.id, sourceFlags.lookId))
    .innerJoin(sources, eq(sources.id, sourceFlags.sourceId))

/** The open flags of any of the sources, the oldest first. */
export async function openFlagsOfSources(conn: Conn, sourceIds: readonly number[]) {
  return open(conn)
    .where(and(inArray(sourceFlags.sourceId, [...sourceIds]), isNull(sourceFlags.clearedAt)))
    .orderBy(asc(sourceFlags.id))
}

/** The open flags that a claim stands under, newest first. */
export async function openFlagsOfClaim(conn: Conn, claimId: number) {
  return open(conn)
    .innerJoin(sourceFlagClaims, eq(sourceFlagClaims.flagId, sourceFlags.id))
    .where(and(eq(sourceFlagClaims.claimId, claimId), isNull(sourceFlags.clearedAt)))
    .orderBy(desc(sourceFlags.id))
}

/** A flag, and who has cleared it, if somebody has; undefined when there is none. */
export async function findFlag(conn: Conn, id: number) {
  const [found] = await conn
    .select({
      id: sourceFlags.id,
      sourceId: sourceFlags.sourceId,
      clearedAt: sourceFlags.clearedAt,
      clearedBy: people.name,
    })
    .from(sourceFlags)
    .leftJoin(people, eq(people.id, sourceFlags.clearedById))
    .where(eq(sourceFlags.id, id))
  return found
}

/** Marks a flag as looked at. */
export async function closeFlag(tx: Tx, id: number, by: { clearedById: number; clearedNote: string }): Promise<void> {
  await tx
    .update(sourceFlags)
    .set({ ...by, clearedAt: tx.now })
    .where(eq(sourceFlags.id, id))
}
