import type { PlacedClaim } from '../claims/place.ts'
import { BadInput, Conflict } from '../errors.ts'
import type { Fated, Prepared } from './prepare.ts'

type Span = { start: number; end: number }
type Placed = { claim: PlacedClaim; place: Span }
/** What becomes of the claims: those that follow by themselves, those that somebody has placed, those that are lost now. */
export type Anchored = { exact: Placed[]; confirmed: Placed[]; lost: PlacedClaim[] }

/** Throws Conflict when a claim was made or placed since the texts were compared. */
export function refuseMoved(now: readonly PlacedClaim[], { claims, away }: Prepared): void {
  const seen = new Map([...claims, ...away].map(({ claim }) => [claim.id, claim]))
  const isAsSeen = (claim: PlacedClaim) => {
    const then = seen.get(claim.id)
    return then?.versionId === claim.versionId && then.start === claim.start && then.end === claim.end
  }
  if (!now.every((claim) => claim.standing === 'gone' || isAsSeen(claim)))
    throw new Conflict(
      'A colleague has made or placed a claim in this article meanwhile. Nothing was saved: look at the claims again.',
    )
}

/** Sorts the claims by what is to be done. Throws BadInput for a place that was not proposed, or two for one claim. */
export function anchoredBy({ claims, away }: Prepared, places: readonly ({ claim: number } & Span)[]): Anchored {
  const chosen = new Map(places.map((place) => [place.claim, place]))
  if (chosen.size < places.length) throw new BadInput({ '': 'Choose at most one place for a claim.' })
  const confirmed = [...claims, ...away].flatMap((fated) => confirmedPlace(fated, chosen.get(fated.claim.id)) ?? [])
  if (confirmed.length < places.length) throw new BadInput({ '': 'A place that was chosen is not one of those shown.' })
  const isConfirmed = new Set(confirmed.map(({ claim }) => claim.id))
  return {
    exact: claims.flatMap(({ claim, fate }) => (fate.kind === 'exact' ? { claim, place: fate.place } : [])),
    confirmed,
    lost: claims.flatMap(({ claim, fate }) => (fate.kind === 'exact' || isConfirmed.has(claim.id) ? [] : claim)),
  }
}

function confirmedPlace({ claim, fate }: Fated, chosen: Span | undefined): Placed | undefined {
  if (!chosen || fate.kind !== 'moved') return undefined
  const { start, end } = chosen
  const isProposed = fate.places.some((place) => place.start === start && place.end === end)
  return isProposed ? { claim, place: { start, end } } : undefined
}
