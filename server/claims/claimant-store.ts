import { and, asc, count, desc, eq, ne, sql } from 'drizzle-orm'
import { type Conn, type Tx, prepared } from '../../db/conn.ts'
import { insertInto } from '../../db/insert.ts'
import { type ClaimantKind, claimants, claims, ratings } from '../../db/schema/index.ts'
import { badgeColumns } from '../verdicts/columns.ts'

type Row = { name: string; role: string; nameKey: string; roleKey: string; kind?: ClaimantKind | null }
type Edited = Row & { sameAs: string | null; version: number }

const columns = {
  id: claimants.id,
  name: claimants.name,
  role: claimants.role,
  roleKey: claimants.roleKey,
  kind: claimants.kind,
  sameAs: claimants.sameAs,
  version: claimants.version,
}

/** The claimant, or undefined. */
export async function findClaimant(conn: Conn, id: number) {
  const [found] = await conn.select(columns).from(claimants).where(eq(claimants.id, id)).limit(1)
  return found
}

/** Everyone of that name, however it is spelled, whatever their role, oldest first. */
export async function claimantsNamed(conn: Conn, nameKey: string) {
  const query = prepared(conn, 'claimants.named', (c) =>
    c
      .select(columns)
      .from(claimants)
      .where(eq(claimants.nameKey, sql.placeholder('nameKey')))
      .orderBy(asc(claimants.id))
      .prepare(),
  )
  return query.execute({ nameKey })
}

/** Another claimant who goes by the same name and role. */
export async function findTwin(conn: Conn, { id, nameKey, roleKey }: { id: number; nameKey: string; roleKey: string }) {
  const same = and(eq(claimants.nameKey, nameKey), eq(claimants.roleKey, roleKey), ne(claimants.id, id))
  const [found] = await conn.select({ id: claimants.id }).from(claimants).where(same).limit(1)
  return found
}

/** Up to `limit` claimants in the order of their names. */
export async function listClaimants(conn: Conn, limit: number) {
  return conn
    .select({ id: claimants.id, name: claimants.name, role: claimants.role })
    .from(claimants)
    .orderBy(asc(claimants.nameKey), asc(claimants.roleKey))
    .limit(limit)
}

/** Returns the id. Name and role together must be new. */
export const insertClaimant = (tx: Tx, row: Row): Promise<number> =>
  insertInto(tx, claimants, { ...row, createdAt: tx.now })

/** Changes what is told of a claimant on every claim, since claims hold the id only. */
export async function updateClaimant(tx: Tx, id: number, row: Partial<Edited>): Promise<void> {
  await tx.update(claimants).set(row).where(eq(claimants.id, id))
}

/** How many claims this claimant made, and how many they carried. */
export async function countClaims(conn: Conn, id: number): Promise<{ made: number; reported: number }> {
  const [made] = await conn.select({ n: count() }).from(claims).where(eq(claims.claimantId, id))
  const [reported] = await conn.select({ n: count() }).from(claims).where(eq(claims.reportedById, id))
  return { made: made?.n ?? 0, reported: reported?.n ?? 0 }
}

/** The newest claims that this claimant made. */
export async function claimsBy(conn: Conn, id: number, limit: number) {
  return conn
    .select({
      id: claims.id,
      articleId: claims.articleId,
      number: claims.number,
      statement: claims.statement,
      state: claims.state,
      rating: badgeColumns,
    })
    .from(claims)
    .leftJoin(ratings, eq(ratings.id, claims.ratingId))
    .where(eq(claims.claimantId, id))
    .orderBy(desc(claims.id))
    .limit(limit)
}
