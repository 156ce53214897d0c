import type { Tx } from '../../db/conn.ts'
import { BadInput } from '../errors.ts'
import { aboutClaim } from '../history/events.ts'
import { canonical, record, sha256 } from '../history/record.ts'
import { type Departure, keepDeparture } from '../precedents/departure.ts'
import { scaleOfClaim } from '../scales/scale.ts'
import { type ClaimToJudge, findRating, lastNumber, standingEvidence } from './store.ts'
import { insertRests, insertVerdict } from './write-store.ts'

/**
 * What a checker found: `evidence` holds the ids of the pieces it rests on, `override` why it is given although the
 * newsroom's policy warns.
 */
export type Finding = {
  ratingId: number
  rationale: string
  explanation: string | null
  evidence: number[]
  override: string | null
  /** The strong precedent that it departs from, and why. */
  departure?: Departure | null
}

/** A verdict as it was stored, with what a decision takes over from it. */
export type StoredVerdict = {
  id: number
  number: number
  ratingId: number
  ratingKey: string
  rationale: string
  authorId: number
  overrideReason: string | null
}

/** `keeps` is a rating that the verdict may have although it is retired or of another scale by now. */
type Place = { claim: Pick<ClaimToJudge, 'id' | 'articleId'>; roundId: number | null; keeps?: number }

/**
 * Stores a finding as a verdict, after all earlier ones, with its event. Throws BadInput for a rating that is none, or
 * evidence that is not on the claim (any more).
 */
export async function storeVerdict(
  tx: Tx,
  actor: { id: number },
  { claim, roundId, keeps }: Place,
  finding: Finding,
): Promise<StoredVerdict> {
  const { ratingId, rationale, explanation, override: overrideReason, departure } = finding
  const rating = await findRating(tx, ratingId)
  const fits = rating && !rating.retiredAt && rating.scale === (await scaleOfClaim(tx, claim.id))
  if (!rating || (!fits && ratingId !== keeps)) throw new BadInput({ rating: chooseRating })
  const evidence = await standing(tx, claim.id, finding.evidence)
  const number = (await lastNumber(tx, claim.id)) + 1
  const said = { ratingId, rationale, explanation, overrideReason }
  const row = { claimId: claim.id, number, authorId: actor.id, createdAt: tx.now, roundId, ...said }
  const id = await insertVerdict(tx, row)
  await insertRests(tx, id, evidence)
  if (departure) await keepDeparture(tx, id, departure)
  const digest = sha256(canonical({ rating: rating.key, rationale, explanation })).toString('hex')
  const told = { verdict: id, number, rating: rating.key, sha256: digest, evidence }
  const about = roundId === null ? aboutClaim(claim) : { ...aboutClaim(claim), round: roundId }
  const override = overrideReason === null ? {} : { override: overrideReason }
  await record(tx, actor, 'verdict.given', about, { ...told, ...override, ...toldOf(departure) })
  return { id, number, ratingId, ratingKey: rating.key, rationale, authorId: actor.id, overrideReason }
}

function toldOf(departure: Departure | null | undefined) {
  if (!departure) return {}
  const { claimId, outsideId, reason } = departure
  return {
    departs: { ...(claimId !== null && { claim: claimId }), ...(outsideId !== null && { check: outsideId }), reason },
  }
}

/** What a form without a rating is told. */
export const chooseRating = 'Choose a rating.'

/** What to do when evidence that was ticked is gone. */
export const evidenceGone =
  'A piece of evidence that you ticked was withdrawn meanwhile. Look at the list again, and at whether your verdict still holds.'

async function standing(tx: Tx, claimId: number, chosen: number[]): Promise<number[]> {
  if (chosen.length === 0) return []
  const there = new Set(await standingEvidence(tx, claimId))
  const wanted = [...new Set(chosen)].sort((a, b) => a - b)
  if (wanted.some((id) => !there.has(id))) throw new BadInput({ evidence: evidenceGone })
  return wanted
}
