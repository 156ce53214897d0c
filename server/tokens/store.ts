import { and, count, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import { type Conn, type Tx, insertedId, prepared } from '../../db/conn.ts'
import { apiTokens, people } from '../../db/schema/index.ts'

const isLive = (now: string) => and(isNull(apiTokens.endedAt), gt(apiTokens.expiresAt, now))

/** The token with that hash that nobody has ended, and its person unless deactivated; it may have run out. Asked on every request, hence prepared. */
export async function findToken(conn: Conn, tokenHash: string) {
  const query = prepared(conn, 'tokens.byHash', (c) =>
    c
      .select({
        id: apiTokens.id,
        scopes: apiTokens.scopes,
        expiresAt: apiTokens.expiresAt,
        person: { id: people.id, name: people.name, email: people.email, role: people.role },
      })
      .from(apiTokens)
      .innerJoin(people, eq(people.id, apiTokens.personId))
      .where(
        and(
          eq(apiTokens.tokenHash, sql.placeholder('tokenHash')),
          isNull(apiTokens.endedAt),
          isNull(people.deactivatedAt),
        ),
      )
      .prepare(),
  )
  const [found] = await query.execute({ tokenHash })
  return found
}

/** The tokens of a person that work at `now`, newest first. */
export async function liveTokens(conn: Conn, personId: number, now: string) {
  return conn
    .select({
      id: apiTokens.id,
      name: apiTokens.name,
      scopes: apiTokens.scopes,
      createdAt: apiTokens.createdAt,
      expiresAt: apiTokens.expiresAt,
      lastUsedAt: apiTokens.lastUsedAt,
    })
    .from(apiTokens)
    .where(and(eq(apiTokens.personId, personId), isLive(now)))
    .orderBy(desc(apiTokens.id))
}

/** How many tokens of a person work at `now`. */
export async function countLive(conn: Conn, personId: number, now: string): Promise<number> {
  const [row] = await conn
    .select({ n: count() })
    .from(apiTokens)
    .where(and(eq(apiTokens.personId, personId), isLive(now)))
  return row?.n ?? 0
}

/** Returns the id. */
export async function insertToken(tx: Tx, row: Omit<typeof apiTokens.$inferInsert, 'createdAt'>): Promise<number> {
  const values = { ...row, createdAt: tx.now }
  return insertedId(await tx.insert(apiTokens).values(values).returning({ id: apiTokens.id }))
}

/** Ends tokens of the person that work, all or `only` one, and returns their ids. */
export async function endTokens(tx: Tx, { personId, only }: { personId: number; only?: number }): Promise<number[]> {
  const ended = await tx
    .update(apiTokens)
    .set({ endedAt: tx.now })
    .where(
      and(eq(apiTokens.personId, personId), isLive(tx.now), only === undefined ? undefined : eq(apiTokens.id, only)),
    )
    .returning({ id: apiTokens.id })
  return ended.map(({ id }) => id)
}

/** Writes down the instant (ISO 8601, UTC) at which it was last used. */
export async function updateLastUsed(tx: Tx, id: number, instant: string): Promise<void> {
  await tx.update(apiTokens).set({ lastUsedAt: instant }).where(eq(apiTokens.id, id))
}
