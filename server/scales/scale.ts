import type { Conn } from '../../db/conn.ts'
import { BadInput, Conflict, missing } from '../errors.ts'
import { scaleInForce } from '../settings/setting.ts'
import type { Rating } from '../verdicts/rating.ts'
import type { Tone } from '../verdicts/words.ts'
import {
  type RatingRow,
  findRating,
  findScale,
  ratingRows,
  ratingsOfClaim,
  scaleOfClaimRow,
  scaleRows,
} from './store.ts'
import { fewestRatings } from './words.ts'

/** What a rating says, and how it looks. */
export type RatingFields = { label: string; definition: string; value: number | null; tone: Tone; shape: string }

export type Scale = { key: string; name: string; createdAt: string; retiredAt: string | null; version: number }

/** A scale with its ratings, the retired ones apart; `inForce` tells the newsroom's. */
export type ScaleWithRatings = Scale & { inForce: boolean; ratings: RatingRow[]; retired: RatingRow[] }

/** Every scale, the newsroom's first and the retired ones last. */
export async function listScales(conn: Conn): Promise<ScaleWithRatings[]> {
  const current = await scaleInForce(conn)
  const byScale = Map.groupBy(await ratingRows(conn), ({ scale }) => scale)
  const all = (await scaleRows(conn)).map((scale) => {
    const ratings = byScale.get(scale.key) ?? []
    return {
      ...scale,
      inForce: scale.key === current,
      ratings: ratings.filter(({ retiredAt }) => retiredAt === null),
      retired: ratings.filter(({ retiredAt }) => retiredAt !== null),
    }
  })
  return all.toSorted((a, b) => Number(b.inForce) - Number(a.inForce))
}

/** Throws NotFound. */
export async function readScale(conn: Conn, key: string): Promise<ScaleWithRatings> {
  return (await listScales(conn)).find((scale) => scale.key === key) ?? missing('rating scale')
}

/** A rating and its scale. Throws NotFound. */
export async function readRating(conn: Conn, id: number): Promise<{ rating: RatingRow; scale: Scale }> {
  const rating = (await findRating(conn, id)) ?? missing('rating')
  return { rating, scale: (await findScale(conn, rating.scale)) ?? missing('rating scale') }
}

/** The key of the scale that verdicts on a claim are given by: its article's, or the newsroom's. Throws NotFound. */
export async function scaleOfClaim(conn: Conn, claimId: number): Promise<string> {
  return (await scaleOfClaimRow(conn, claimId)) ?? missing('claim')
}

/** The ratings that a verdict on the claim may have now, in the order of its scale. */
export async function ratingsFor(conn: Conn, claimId: number): Promise<Rating[]> {
  return ratingsOfClaim(conn, claimId)
}

/** The scales that verdicts can be given by; `kept` is listed whatever became of it. */
export async function usableScales(conn: Conn, kept: string | null = null): Promise<ScaleWithRatings[]> {
  return (await listScales(conn)).filter((scale) => scale.key === kept || refusal(scale) === undefined)
}

/** Throws BadInput at `scale` unless verdicts can be given by that scale; null, or the one from before, is always right. */
export async function refuseUnusable(conn: Conn, key: string | null, before: string | null = null): Promise<void> {
  if (key === null || key === before) return
  const scale = (await listScales(conn)).find((one) => one.key === key)
  const reason = scale ? refusal(scale) : 'Choose a scale from the list.'
  if (reason) throw new BadInput({ scale: reason })
}

function refusal({ name, retiredAt, ratings }: ScaleWithRatings): string | undefined {
  if (retiredAt) return `“${name}” is retired. Choose another scale.`
  if (ratings.length < fewestRatings) return `“${name}” needs two ratings before verdicts can be given by it.`
  return undefined
}

/** Throws Conflict when the scale was changed since that version of it was shown, or is retired. */
export function refuseOvertaken(scale: Scale, version: number): void {
  if (scale.retiredAt) throw new Conflict(`The scale “${scale.name}” is retired: it stays as it is.`)
  if (scale.version !== version)
    throw new Conflict(
      'A colleague changed this scale meanwhile. Look at it again; then send this once more if it still fits.',
    )
}
