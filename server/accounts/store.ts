import { and, eq, isNull, sql } from 'drizzle-orm'
import { type Conn, prepared } from '../../db/conn.ts'
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

export { countPeople } from './people-store.ts'
