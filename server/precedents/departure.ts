import type { Conn, Tx } from '../../db/conn.ts'
import { readClaim } from '../claims/claim.ts'
import { readContext } from '../claims/context.ts'
import { claimNumber } from '../claims/words.ts'
import { BadInput } from '../errors.ts'
import { askedOfClaim } from './asked.ts'
import { insertDeparture, valueOfRating } from './departure-store.ts'
import { type Precedent, precedentsFor } from './precedent.ts'

/** A strong precedent that a verdict departs from, its rating in words at that moment, and why. */
export type Departure = { claimId: number | null; outsideId: number | null; ratingLabel: string; reason: string }

/** The nearest earlier checks of a claim that is there. Throws NotFound. */
export async function precedentsOfClaim(conn: Conn, claimId: number): Promise<Precedent[]> {
  const claim = await readClaim(conn, claimId)
  const { versionId, quoteStart: start, quoteEnd: end } = claim
  return precedentsFor(conn, askedOfClaim(claim, await readContext(conn, versionId, { start, end })), claimId)
}

/** The strong precedent from which a rating of that value departs: two steps away or more, or on the other side of the middle. */
const departsFrom = (precedents: readonly Precedent[], value: number): Precedent | undefined =>
  precedents.find(
    (earlier) =>
      earlier.likeness === 'same' &&
      earlier.value !== null &&
      (Math.abs(earlier.value - value) >= 2 || (earlier.value - 3) * (value - 3) < 0),
  )

/**
 * What a verdict with the rating departs from, with the reason that was given; null where it departs from nothing. Throws
 * BadInput, naming the precedent, when it departs and no reason is given.
 */
export async function departureOf(
  tx: Conn,
  claimId: number,
  { ratingId, departs = null }: { ratingId: number; departs?: string | null },
): Promise<Departure | null> {
  const value = await valueOfRating(tx, ratingId)
  if (value === null) return null
  const earlier = departsFrom(await precedentsOfClaim(tx, claimId), value)
  if (!earlier) return null
  const ratingLabel = earlier.by === 'us' ? earlier.rating.label : earlier.ratingLabel
  if (departs === null) throw new BadInput({ departs: asks(earlier, ratingLabel) })
  const own = earlier.by === 'us'
  return { claimId: own ? earlier.id : null, outsideId: own ? null : earlier.id, ratingLabel, reason: departs }
}

const asks = (earlier: Precedent, label: string) =>
  `${earlier.by === 'us' ? `Claim ${claimNumber(earlier)}` : `A check by ${earlier.publisher}`} is likely the same claim and was rated “${label}”. Say in a word why this verdict differs.`

/** Keeps a departure with its verdict. */
export const keepDeparture = (tx: Tx, verdictId: number, departure: Departure): Promise<void> =>
  insertDeparture(tx, { verdictId, ...departure })
