import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { type Conn, type Tx, insertedId } from '../../db/conn.ts'
import { invitations, people } from '../../db/schema/index.ts'

export type InvitationRow = typeof invitations.$inferSelect

/** Keeps the hash of the link only, and returns the id. */
export async function insertInvitation(
  tx: Tx,
  row: Pick<InvitationRow, 'tokenHash' | 'name' | 'role' | 'invitedById' | 'expiresAt'>,
): Promise<number> {
  return insertedId(
    await tx
      .insert(invitations)
      .values({ ...row, createdAt: tx.now })
      .returning({ id: invitations.id }),
  )
}

const withInviter = (conn: Conn) =>
  conn
    .select({ invitation: invitations, invitedBy: people.name })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.invitedById))

/** The invitation of that link, in whatever state, with the name of who made it. */
export async function findInvitation(conn: Conn, tokenHash: string) {
  const [row] = await withInviter(conn).where(eq(invitations.tokenHash, tokenHash)).limit(1)
  return row
}

/** Invitations that can still be accepted at the instant, newest first. */
export async function openInvitations(conn: Conn, now: string) {
  return withInviter(conn)
    .where(and(isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt), gt(invitations.expiresAt, now)))
    .orderBy(desc(invitations.id))
}

/** Closes an invitation by the account that came of it. */
export async function markAccepted(tx: Tx, id: number, acceptedById: number): Promise<void> {
  await tx.update(invitations).set({ acceptedAt: tx.now, acceptedById }).where(eq(invitations.id, id))
}

/** False when there is no such invitation, or it is accepted or withdrawn already. */
export async function markWithdrawn(tx: Tx, id: number): Promise<boolean> {
  const rows = await tx
    .update(invitations)
    .set({ withdrawnAt: tx.now })
    .where(and(eq(invitations.id, id), isNull(invitations.acceptedAt), isNull(invitations.withdrawnAt)))
    .returning({ id: invitations.id })
  return rows.length > 0
}
