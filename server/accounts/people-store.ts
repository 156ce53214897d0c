import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { type Conn, type Tx, insertedId, prepared } from '../../db/conn.ts'
import { people, type Role } from '../../db/schema/index.ts'

export type PersonRow = typeof people.$inferSelect

/** Everyone, the active ones first, then by name. */
export async function allPeople(conn: Conn): Promise<PersonRow[]> {
  const rows = await conn.select().from(people).orderBy(asc(people.name), asc(people.id))
  return [...rows.filter((row) => !row.deactivatedAt), ...rows.filter((row) => row.deactivatedAt)]
}

/** The account, active or not, its password hash in it. */
export async function findPerson(conn: Conn, id: number): Promise<PersonRow | undefined> {
  const query = prepared(conn, 'accounts.person', (c) =>
    c
      .select()
      .from(people)
      .where(eq(people.id, sql.placeholder('id')))
      .limit(1)
      .prepare(),
  )
  const [row] = await query.execute({ id })
  return row
}

/** The account of that normalised email, active or not. */
export async function findByEmail(conn: Conn, email: string): Promise<PersonRow | undefined> {
  const [row] = await conn.select().from(people).where(eq(people.email, email)).limit(1)
  return row
}

/** Active people in one of the roles, by name. */
export async function activeInRoles(conn: Conn, roles: Role[]): Promise<{ id: number; name: string }[]> {
  const query = prepared(conn, `accounts.active.${roles.join('.')}`, (c) =>
    c
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(and(isNull(people.deactivatedAt), inArray(people.role, roles)))
      .orderBy(asc(people.name), asc(people.id))
      .prepare(),
  )
  return query.execute()
}

/** How many accounts there are, deactivated ones too. */
export async function countPeople(conn: Conn): Promise<number> {
  const [row] = await conn.select({ count: sql<number>`count(*)` }).from(people)
  return row?.count ?? 0
}

type NewRow = Pick<PersonRow, 'name' | 'email' | 'role' | 'passwordHash'>

/** Adds the person and returns the id. */
export async function insertPerson(tx: Tx, row: NewRow): Promise<number> {
  return insertedId(
    await tx
      .insert(people)
      .values({ ...row, createdAt: tx.now })
      .returning({ id: people.id }),
  )
}

type Edit = Partial<Pick<PersonRow, 'name' | 'role' | 'passwordHash' | 'deactivatedAt'>>

/** Changes the row and counts its version up. */
export async function updatePerson(tx: Tx, id: number, edit: Edit): Promise<void> {
  await tx
    .update(people)
    .set({ ...edit, version: sql`${people.version} + 1` })
    .where(eq(people.id, id))
}
