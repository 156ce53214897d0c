import { and, asc, eq, gt, isNull, ne, notExists, or, sql } from 'drizzle-orm'
import { type SQLiteColumn, alias } from 'drizzle-orm/sqlite-core'
import { type Conn, prepared } from '../../db/conn.ts'
import { articles, claims, people, ratings, rounds, verdicts } from '../../db/schema/index.ts'
import { type DeskClaim, type Wanted, claimColumns, givenLater, newer } from './store.ts'

// A plus before a column keeps its index out of the choice: people have given many more verdicts than a claim has.
const bare = (column: SQLiteColumn) => sql`+${column}`

const me = sql.placeholder('personId')
const most = sql.placeholder('limit')

const given = (conn: Conn) =>
  conn
    .select({ id: verdicts.id })
    .from(verdicts)
    .where(and(eq(verdicts.claimId, rounds.claimId), eq(verdicts.roundId, rounds.id), eq(bare(verdicts.authorId), me)))

/** Claims on which the person's independent verdict is still wanted, the longest waiting first. */
export async function verdictsWanted(conn: Conn, wanted: Wanted): Promise<DeskClaim[]> {
  const query = prepared(conn, 'desk.wanted', (c) =>
    c
      .select(claimColumns)
      .from(rounds)
      .innerJoin(claims, eq(claims.id, rounds.claimId))
      .innerJoin(articles, eq(articles.id, claims.articleId))
      .where(
        and(
          or(eq(rounds.firstId, me), eq(rounds.secondId, me)),
          isNull(rounds.closedAt),
          ne(claims.state, 'set_aside'),
          notExists(given(c)),
        ),
      )
      .orderBy(asc(rounds.id))
      .limit(most)
      .prepare(),
  )
  return query.execute(wanted)
}

export type DeskRound = Awaited<ReturnType<typeof toSettle>>[number]

const [one, other] = [alias(verdicts, 'one'), alias(verdicts, 'other')]
const [oneRating, otherRating] = [alias(ratings, 'one_rating'), alias(ratings, 'other_rating')]
const [first, second] = [alias(people, 'first'), alias(people, 'second')]
const roundColumns = {
  ...claimColumns,
  roundId: rounds.id,
  closedAt: rounds.closedAt,
  isSame: sql<boolean>`${one.ratingId} = ${other.ratingId}`.mapWith(Boolean),
  first: { id: first.id, name: first.name },
  second: { id: second.id, name: second.name },
  firstRating: { label: oneRating.label, tone: oneRating.tone, shape: oneRating.shape },
  secondRating: { label: otherRating.label, tone: otherRating.tone, shape: otherRating.shape },
}

const givenSince = (conn: Conn) =>
  givenLater(conn, and(eq(newer.claimId, rounds.claimId), gt(newer.number, one.number), gt(newer.number, other.number)))

const bySecond = and(
  eq(other.claimId, rounds.claimId),
  eq(other.roundId, bare(rounds.id)),
  eq(bare(other.authorId), rounds.secondId),
)
const byFirst = and(
  eq(one.claimId, rounds.claimId),
  eq(one.roundId, bare(rounds.id)),
  eq(bare(one.authorId), rounds.firstId),
)

// Somebody may give another verdict while the round is open: the newest one counts.
const revised = (conn: Conn, verdict: typeof one | typeof other) =>
  conn
    .select({ id: newer.id })
    .from(newer)
    .where(
      and(
        eq(newer.claimId, rounds.claimId),
        eq(newer.roundId, rounds.id),
        eq(bare(newer.authorId), verdict.authorId),
        gt(newer.number, verdict.number),
      ),
    )

/** Claims in review whose two independent verdicts are in and the newest there are, in the order of the claims. */
export async function toSettle(conn: Conn, limit: number) {
  const query = prepared(conn, 'desk.settle', (c) =>
    c
      .select(roundColumns)
      .from(claims)
      .innerJoin(rounds, and(eq(rounds.claimId, claims.id), eq(rounds.ended, 'both_in')))
      .innerJoin(articles, eq(articles.id, claims.articleId))
      .innerJoin(one, byFirst)
      .innerJoin(other, bySecond)
      .innerJoin(oneRating, eq(oneRating.id, one.ratingId))
      .innerJoin(otherRating, eq(otherRating.id, other.ratingId))
      .innerJoin(first, eq(first.id, rounds.firstId))
      .innerJoin(second, eq(second.id, rounds.secondId))
      .where(
        and(
          eq(claims.state, 'in_review'),
          notExists(revised(c, one)),
          notExists(revised(c, other)),
          notExists(givenSince(c)),
        ),
      )
      .orderBy(asc(claims.id))
      .limit(most)
      .prepare(),
  )
  return query.execute({ limit })
}
