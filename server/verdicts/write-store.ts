import { sql } from 'drizzle-orm'
import { type Tx, insertedId, prepared } from '../../db/conn.ts'
import { decisions, reviews, verdictEvidence, verdicts } from '../../db/schema/index.ts'

type Row<T extends { $inferInsert: object }> = Required<Omit<T['$inferInsert'], 'id'>>

const at = (name: string) => sql.placeholder(name)

/** Prepared, since verdicts are the writes that people wait for. Returns the id. */
export async function insertVerdict(tx: Tx, row: Row<typeof verdicts>): Promise<number> {
  const query = prepared(tx, 'verdicts.insert', () =>
    tx
      .insert(verdicts)
      .values({
        claimId: at('claimId'),
        number: at('number'),
        ratingId: at('ratingId'),
        rationale: at('rationale'),
        explanation: at('explanation'),
        authorId: at('authorId'),
        createdAt: at('createdAt'),
        roundId: at('roundId'),
        overrideReason: at('overrideReason'),
      })
      .returning({ id: verdicts.id })
      .prepare(),
  )
  return insertedId(await query.execute(row))
}

/** Returns the id. Decisions are only ever added. */
export async function insertDecision(tx: Tx, row: Row<typeof decisions>): Promise<number> {
  const query = prepared(tx, 'verdicts.decide', () =>
    tx
      .insert(decisions)
      .values({
        claimId: at('claimId'),
        number: at('number'),
        verdictId: at('verdictId'),
        ratingId: at('ratingId'),
        rationale: at('rationale'),
        basis: at('basis'),
        checkerId: at('checkerId'),
        reviewerId: at('reviewerId'),
        createdAt: at('createdAt'),
        overrideReason: at('overrideReason'),
      })
      .returning({ id: decisions.id })
      .prepare(),
  )
  return insertedId(await query.execute(row))
}

/** A second review of the same verdict breaks a constraint. */
export async function insertReview(tx: Tx, row: typeof reviews.$inferInsert): Promise<void> {
  await tx.insert(reviews).values(row)
}

/** Notes which pieces of evidence a verdict rests on; they never change afterwards. */
export async function insertRests(tx: Tx, verdictId: number, evidence: readonly number[]): Promise<void> {
  if (evidence.length === 0) return
  await tx.insert(verdictEvidence).values(evidence.map((evidenceId) => ({ verdictId, evidenceId })))
}
