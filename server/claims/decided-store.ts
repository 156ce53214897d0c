import { eq, sql } from 'drizzle-orm'
import { type Tx, prepared } from '../../db/conn.ts'
import { claims } from '../../db/schema/index.ts'

type Decision = { decisionId: number; ratingId: number }

/** Prepared, since it stands in the transaction that people wait for. */
export async function decideClaim(tx: Tx, id: number, { decisionId, ratingId }: Decision): Promise<void> {
  const query = prepared(tx, 'claims.decide', () =>
    tx
      .update(claims)
      .set({
        state: 'decided',
        decisionId: sql`${sql.placeholder('decisionId')}`,
        ratingId: sql`${sql.placeholder('ratingId')}`,
        changedAt: sql`${sql.placeholder('changedAt')}`,
      })
      .where(eq(claims.id, sql.placeholder('id')))
      .prepare(),
  )
  await query.execute({ id, decisionId, ratingId, changedAt: tx.now })
}

/** Prepared for the same reason. */
export async function awaitReview(tx: Tx, id: number): Promise<void> {
  const query = prepared(tx, 'claims.awaitReview', () =>
    tx
      .update(claims)
      .set({ state: 'in_review', changedAt: sql`${sql.placeholder('changedAt')}` })
      .where(eq(claims.id, sql.placeholder('id')))
      .prepare(),
  )
  await query.execute({ id, changedAt: tx.now })
}
