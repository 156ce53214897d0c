import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { type Conn, type Tx, insertedId, prepared } from '../../db/conn.ts'
import { type RoundEnd, adjudications, claims, decisions, people, rounds, verdicts } from '../../db/schema/index.ts'

const first = alias(people, 'first')
const second = alias(people, 'second')
const opener = alias(people, 'opener')
const adjudicator = alias(people, 'adjudicator')

const roundColumns = {
  id: rounds.id,
  claimId: rounds.claimId,
  first: { id: first.id, name: first.name },
  second: { id: second.id, name: second.name },
  openedBy: { id: opener.id, name: opener.name },
  createdAt: rounds.createdAt,
  closedAt: rounds.closedAt,
  ended: rounds.ended,
  adjudication: {
    difference: adjudications.difference,
    note: adjudications.note,
    createdAt: adjudications.createdAt,
  },
  standing: decisions.verdictId,
  adjudicator: { id: adjudicator.id, name: adjudicator.name },
}

const wholeRounds = (c: Conn) =>
  c
    .select(roundColumns)
    .from(rounds)
    .innerJoin(first, eq(first.id, rounds.firstId))
    .innerJoin(second, eq(second.id, rounds.secondId))
    .leftJoin(opener, eq(opener.id, rounds.openedById))
    .leftJoin(adjudications, eq(adjudications.roundId, rounds.id))
    .leftJoin(decisions, eq(decisions.id, adjudications.decisionId))
    .leftJoin(adjudicator, eq(adjudicator.id, adjudications.adjudicatorId))

export type RoundRow = NonNullable<Awaited<ReturnType<typeof findRound>>>

/** A round with the names of its people, or undefined. */
export async function findRound(conn: Conn, id: number) {
  const query = prepared(conn, 'rounds.round', (c) =>
    wholeRounds(c)
      .where(eq(rounds.id, sql.placeholder('id')))
      .prepare(),
  )
  const [found] = await query.execute({ id })
  return found
}

/** The rounds on a claim, newest first. */
export async function roundsOf(conn: Conn, claimId: number): Promise<RoundRow[]> {
  const query = prepared(conn, 'rounds.ofClaim', (c) =>
    wholeRounds(c)
      .where(eq(rounds.claimId, sql.placeholder('claimId')))
      .orderBy(desc(rounds.id))
      .prepare(),
  )
  return query.execute({ claimId })
}

/** The round on a claim that is not closed, or undefined. */
export async function findOpenRound(conn: Conn, claimId: number) {
  const query = prepared(conn, 'rounds.open', (c) =>
    c
      .select({ id: rounds.id, firstId: rounds.firstId, secondId: rounds.secondId, openedById: rounds.openedById })
      .from(rounds)
      .where(and(eq(rounds.claimId, sql.placeholder('claimId')), isNull(rounds.closedAt)))
      .limit(1)
      .prepare(),
  )
  const [found] = await query.execute({ claimId })
  return found
}

/** The ids of those who have given a verdict in the round. Not for anybody's eyes while it is open. */
export async function whoIsIn(conn: Conn, roundId: number): Promise<number[]> {
  const query = prepared(conn, 'rounds.whoIsIn', (c) =>
    c
      .selectDistinct({ id: verdicts.authorId })
      .from(rounds)
      .innerJoin(verdicts, and(eq(verdicts.claimId, rounds.claimId), eq(verdicts.roundId, rounds.id)))
      .where(eq(rounds.id, sql.placeholder('roundId')))
      .prepare(),
  )
  return (await query.execute({ roundId })).map(({ id }) => id)
}

/** Returns the id. */
export async function insertRound(tx: Tx, row: typeof rounds.$inferInsert): Promise<number> {
  return insertedId(await tx.insert(rounds).values(row).returning({ id: rounds.id }))
}

/** Names other checkers; a trigger refuses it once the round is closed. */
export async function updateCheckers(tx: Tx, id: number, two: { firstId: number; secondId: number }): Promise<void> {
  await tx.update(rounds).set(two).where(eq(rounds.id, id))
}

/** Closes the round: from now on its verdicts are seen by all. */
export async function endRound(tx: Tx, id: number, ended: RoundEnd): Promise<void> {
  await tx.update(rounds).set({ closedAt: tx.now, ended }).where(eq(rounds.id, id))
}

/** A second one on the same round breaks a constraint. */
export async function insertAdjudication(tx: Tx, row: typeof adjudications.$inferInsert): Promise<void> {
  await tx.insert(adjudications).values(row)
}

/** Sets how the claim is judged; neither its version nor its time of change moves. */
export async function setIndependent(tx: Tx, claimId: number, independent: boolean | null): Promise<void> {
  await tx.update(claims).set({ independent }).where(eq(claims.id, claimId))
}
