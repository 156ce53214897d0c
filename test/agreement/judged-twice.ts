import type { Db } from '../../db/open.ts'
import { rounds, verdicts } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'

type Judged = {
  claimId: number
  by: [first: { id: number }, second: { id: number }]
  ratings: [first: number, second: number]
  at?: string
  ended?: 'both_in' | 'called_off' | null
}

/** A round with the verdicts of two people, closed at that instant unless said otherwise. */
export function judgedTwice(db: Db, { claimId, by, ratings, at, ended = 'both_in' }: Judged): Promise<void> {
  return write(db, async (tx) => {
    const closedAt = ended === null ? null : (at ?? tx.now)
    const [first, second] = by
    const [round] = await tx
      .insert(rounds)
      .values({ claimId, firstId: first.id, secondId: second.id, createdAt: tx.now, closedAt, ended })
      .returning({ id: rounds.id })
    const number = 100 + (round?.id ?? 0) * 2
    const given = { claimId, rationale: 'R', createdAt: tx.now, roundId: round?.id ?? 0 }
    await tx.insert(verdicts).values([
      { ...given, number: number - 1, authorId: first.id, ratingId: ratings[0] },
      { ...given, number, authorId: second.id, ratingId: ratings[1] },
    ])
  })
}
