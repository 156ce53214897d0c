import { and, eq, isNull } from 'drizzle-orm'
import type { Conn, Tx } from '../../db/conn.ts'
import { passwordLinks, people } from '../../db/schema/index.ts'

export type PasswordLinkRow = typeof passwordLinks.$inferSelect

/** Keeps the hash of the link only. */
export async function insertPasswordLink(
  tx: Tx,
  row: Pick<PasswordLinkRow, 'tokenHash' | 'personId' | 'madeById' | 'expiresAt'>,
): Promise<void> {
  await tx.insert(passwordLinks).values({ ...row, createdAt: tx.now })
}

/** The link in whatever state, with the person it is for, who may be deactivated. */
export async function findPasswordLink(conn: Conn, tokenHash: string) {
  const [row] = await conn
    .select({ link: passwordLinks, person: people })
    .from(passwordLinks)
    .innerJoin(people, eq(people.id, passwordLinks.personId))
    .where(eq(passwordLinks.tokenHash, tokenHash))
    .limit(1)
  return row
}

/** Ends the links of a person that nobody has used. */
export async function replacePasswordLinks(tx: Tx, personId: number): Promise<void> {
  await tx
    .update(passwordLinks)
    .set({ replacedAt: tx.now })
    .where(and(eq(passwordLinks.personId, personId), isNull(passwordLinks.usedAt), isNull(passwordLinks.replacedAt)))
}

/** Closes a link by the password that was chosen with it. */
export async function markPasswordLinkUsed(tx: Tx, id: number): Promise<void> {
  await tx.update(passwordLinks).set({ usedAt: tx.now }).where(eq(passwordLinks.id, id))
}
