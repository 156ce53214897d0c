import { and, desc, eq, isNull, ne, sql } from 'drizzle-orm'
import { type Conn, type Tx, prepared } from '../../db/conn.ts'
import { people, signIns } from '../../db/schema/index.ts'

/** The open sign-in with that hash and its person, unless deactivated. Asked on every request, hence prepared. */
export async function findSignIn(conn: Conn, tokenHash: string) {
  const query = prepared(conn, 'accounts.signIn', (c) =>
    c
      .select({
        id: signIns.id,
        createdAt: signIns.createdAt,
        lastSeenAt: signIns.lastSeenAt,
        person: { id: people.id, name: people.name, email: people.email, role: people.role },
      })
      .from(signIns)
      .innerJoin(people, eq(people.id, signIns.personId))
      .where(
        and(eq(signIns.tokenHash, sql.placeholder('tokenHash')), isNull(signIns.endedAt), isNull(people.deactivatedAt)),
      )
      .limit(1)
      .prepare(),
  )
  const [found] = await query.execute({ tokenHash })
  return found
}

/** Whose sign-in that was, even if it has ended since. */
export async function findFormerPerson(conn: Conn, tokenHash: string): Promise<number | undefined> {
  const [row] = await conn
    .select({ personId: signIns.personId })
    .from(signIns)
    .where(eq(signIns.tokenHash, tokenHash))
    .limit(1)
  return row?.personId
}

/** Opens a sign-in that was last used now. */
export async function insertSignIn(tx: Tx, row: Omit<typeof signIns.$inferInsert, 'createdAt' | 'lastSeenAt'>) {
  await tx.insert(signIns).values({ ...row, createdAt: tx.now, lastSeenAt: tx.now })
}

/** The person's sign-ins that nobody has ended, newest first; some may have run out. */
export async function openSignInsOf(conn: Conn, personId: number) {
  return conn
    .select({
      id: signIns.id,
      device: signIns.device,
      address: signIns.address,
      createdAt: signIns.createdAt,
      lastSeenAt: signIns.lastSeenAt,
    })
    .from(signIns)
    .where(and(eq(signIns.personId, personId), isNull(signIns.endedAt)))
    .orderBy(desc(signIns.id))
}

/** Whether this browser has signed the person in before. */
export async function isKnownDevice(conn: Conn, personId: number, deviceHash: string): Promise<boolean> {
  const rows = await conn
    .select({ id: signIns.id })
    .from(signIns)
    .where(and(eq(signIns.personId, personId), eq(signIns.deviceHash, deviceHash)))
    .limit(1)
  return rows.length > 0
}

type Which = { personId: number; only?: number; except?: number }

/** Ends open sign-ins of the person, all or `only` one or all `except` one, and returns how many there were. */
export async function closeSignIns(tx: Tx, { personId, only, except }: Which): Promise<number> {
  const ended = await tx
    .update(signIns)
    .set({ endedAt: tx.now })
    .where(
      and(
        eq(signIns.personId, personId),
        isNull(signIns.endedAt),
        only === undefined ? undefined : eq(signIns.id, only),
        except === undefined ? undefined : ne(signIns.id, except),
      ),
    )
    .returning({ id: signIns.id })
  return ended.length
}

/** Writes down the instant (ISO 8601, UTC) at which it was last used. */
export async function updateLastSeen(tx: Tx, id: number, instant: string): Promise<void> {
  await tx.update(signIns).set({ lastSeenAt: instant }).where(eq(signIns.id, id))
}
