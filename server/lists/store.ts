import { and, asc, desc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { type Conn, type Tx, insertedId, prepared } from '../../db/conn.ts'
import { people, savedLists } from '../../db/schema/index.ts'

const columns = {
  id: savedLists.id,
  ownerId: savedLists.ownerId,
  owner: people.name,
  name: savedLists.name,
  query: savedLists.query,
  shared: savedLists.shared,
  removedAt: savedLists.removedAt,
  version: savedLists.version,
}

const lists = (conn: Conn) => conn.select(columns).from(savedLists).innerJoin(people, eq(people.id, savedLists.ownerId))

/** Undefined when there is none. */
export async function findList(conn: Conn, id: number) {
  const [found] = await lists(conn).where(eq(savedLists.id, id))
  return found
}

export type ListRow = NonNullable<Awaited<ReturnType<typeof findList>>>

/** Up to `limit` lists that a person sees: their own and those of all, by name. */
export async function listsFor(conn: Conn, personId: number, limit: number): Promise<ListRow[]> {
  const query = prepared(conn, 'lists.seen', (c) =>
    lists(c)
      .where(
        and(isNull(savedLists.removedAt), or(eq(savedLists.ownerId, sql.placeholder('personId')), savedLists.shared)),
      )
      .orderBy(asc(savedLists.nameKey), asc(savedLists.id))
      .limit(sql.placeholder('limit'))
      .prepare(),
  )
  return query.execute({ personId, limit })
}

/** Up to `limit` removed lists, the last one first: one's own, and those of all. */
export const removedFor = (conn: Conn, personId: number, limit: number): Promise<ListRow[]> =>
  lists(conn)
    .where(and(isNotNull(savedLists.removedAt), or(eq(savedLists.ownerId, personId), savedLists.shared)))
    .orderBy(desc(savedLists.removedAt), desc(savedLists.id))
    .limit(limit)

/** Whether a person has a list of that name; `but` is one that does not count. */
export async function hasName(conn: Conn, ownerId: number, nameKey: string, but = 0): Promise<boolean> {
  const found = await conn
    .select({ id: savedLists.id })
    .from(savedLists)
    .where(
      and(
        eq(savedLists.ownerId, ownerId),
        eq(savedLists.nameKey, nameKey),
        isNull(savedLists.removedAt),
        sql`${savedLists.id} <> ${but}`,
      ),
    )
    .limit(1)
  return found.length > 0
}

/** Returns the id. */
export async function insertList(tx: Tx, row: Omit<typeof savedLists.$inferInsert, 'createdAt'>): Promise<number> {
  return insertedId(
    await tx
      .insert(savedLists)
      .values({ ...row, createdAt: tx.now })
      .returning({ id: savedLists.id }),
  )
}

/** Changes columns of a list. */
export async function updateList(tx: Tx, id: number, set: Partial<typeof savedLists.$inferInsert>): Promise<void> {
  await tx.update(savedLists).set(set).where(eq(savedLists.id, id))
}
