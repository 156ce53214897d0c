import { and, desc, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import { type Conn, type Tx, insertedId } from '../../db/conn.ts'
import { people, sourceMergers, sources } from '../../db/schema/index.ts'

type NewMerger = Omit<typeof sourceMergers.$inferInsert, 'id' | 'mergedAt' | 'undoneAt' | 'undoneById'>

/** Returns the id. */
export async function insertMerger(tx: Tx, row: NewMerger): Promise<number> {
  return insertedId(
    await tx
      .insert(sourceMergers)
      .values({ ...row, mergedAt: tx.now })
      .returning({ id: sourceMergers.id }),
  )
}

/** The merging by which the source is gone now; undefined for one that stands. */
export async function findMerger(conn: Conn, gone: number) {
  const [found] = await conn
    .select({ merger: sourceMergers, by: people.name })
    .from(sourceMergers)
    .innerJoin(people, eq(people.id, sourceMergers.mergedById))
    .where(and(eq(sourceMergers.goneId, gone), isNull(sourceMergers.undoneAt)))
    .orderBy(desc(sourceMergers.id))
    .limit(1)
  return found && { ...found.merger, mergedBy: found.by }
}

/** The sources that stand merged into this one, newest first; confidential ones only when `all`. */
export async function findMergedInto(conn: Conn, { kept, all }: { kept: number; all: boolean }) {
  return conn
    .select({ id: sources.id, title: sources.title, confidential: sources.confidential })
    .from(sources)
    .where(and(eq(sources.mergedIntoId, kept), all ? undefined : eq(sources.confidential, false)))
    .orderBy(desc(sources.id))
    .limit(50)
}

/** Marks a source as merged into another, or (null) as standing again. */
export async function markMerged(
  tx: Tx,
  { id, version, ...mark }: { id: number; version: number; mergedIntoId: number | null; confidential: boolean },
): Promise<void> {
  await tx
    .update(sources)
    .set({ ...mark, version: version + 1 })
    .where(eq(sources.id, id))
}

/** Notes that a merging was undone. */
export async function markUndone(tx: Tx, id: number, personId: number): Promise<void> {
  await tx.update(sourceMergers).set({ undoneAt: tx.now, undoneById: personId }).where(eq(sourceMergers.id, id))
}

/** Lets the sources that name `from` as their origin name `to`, only those with an id in `ids` when given; returns their ids. */
export async function moveOrigins(
  tx: Tx,
  { from, to, ids }: { from: number; to: number; ids?: number[] },
): Promise<number[]> {
  const some = and(eq(sources.originId, from), ne(sources.id, to), ids && inArray(sources.id, ids))
  const moved = await tx
    .update(sources)
    .set({ originId: to, origin: `/sources/${to}` })
    .where(some)
    .returning({ id: sources.id })
  return moved.map(({ id }) => id)
}

/** Sources other than this one that have the same address, DOI or ISBN, or the same title and publisher. */
export async function findDoubles(conn: Conn, { id, all, ...keys }: Keys & { id: number; all: boolean }) {
  return conn
    .select({
      id: sources.id,
      title: sources.title,
      confidential: sources.confidential,
      urlKey: sources.urlKey,
      doi: sources.doi,
      isbn: sources.isbn,
    })
    .from(sources)
    .where(
      and(
        or(...sameAs(keys)),
        ne(sources.id, id),
        isNull(sources.mergedIntoId),
        all ? undefined : eq(sources.confidential, false),
      ),
    )
    .orderBy(sources.id)
    .limit(10)
}

// Each by an index of its own.
function sameAs({ urlKey, doi, isbn, titleKey, publisherKey }: Keys) {
  const samePublisher = publisherKey === null ? isNull(sources.publisherKey) : eq(sources.publisherKey, publisherKey)
  return [
    urlKey === null ? undefined : eq(sources.urlKey, urlKey),
    doi === null ? undefined : eq(sources.doi, doi),
    isbn === null ? undefined : eq(sources.isbn, isbn),
    and(eq(sources.titleKey, titleKey), samePublisher),
  ]
}

/** Up to fifty sources that name this one as their origin; confidential ones only when `all`. */
export async function findFed(conn: Conn, { id, all }: { id: number; all: boolean }) {
  return conn
    .select({ id: sources.id, title: sources.title, confidential: sources.confidential })
    .from(sources)
    .where(
      and(eq(sources.originId, id), isNull(sources.mergedIntoId), all ? undefined : eq(sources.confidential, false)),
    )
    .orderBy(desc(sources.id))
    .limit(50)
}

type Keys = {
  urlKey: string | null
  doi: string | null
  isbn: string | null
  titleKey: string
  publisherKey: string | null
}
