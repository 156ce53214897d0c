import { and, eq, gte, lte } from 'drizzle-orm'
import type { Conn } from '../../db/conn.ts'
import { people, ratings, rounds, verdicts } from '../../db/schema/index.ts'

/**
 * The verdicts of all rounds that were closed with both in, in the days from … to (UTC, both included): by round, the older
 * verdict first. Rounds that are open, or were called off, are not among them.
 */
export async function independentVerdicts(conn: Conn, { from, to }: { from?: string; to?: string }) {
  return conn
    .select({
      round: rounds.id,
      closedAt: rounds.closedAt,
      authorId: verdicts.authorId,
      author: people.name,
      rating: {
        id: ratings.id,
        scale: ratings.scale,
        label: ratings.label,
        value: ratings.value,
        tone: ratings.tone,
        shape: ratings.shape,
        position: ratings.position,
      },
    })
    .from(verdicts)
    .innerJoin(rounds, eq(rounds.id, verdicts.roundId))
    .innerJoin(ratings, eq(ratings.id, verdicts.ratingId))
    .innerJoin(people, eq(people.id, verdicts.authorId))
    .where(
      and(
        eq(rounds.ended, 'both_in'),
        from === undefined ? undefined : gte(rounds.closedAt, from),
        to === undefined ? undefined : lte(rounds.closedAt, `${to}T23:59:59.999Z`),
      ),
    )
    .orderBy(rounds.id, verdicts.id)
}
