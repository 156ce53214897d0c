import type { PublicClaimLine } from '../../server/reports/public.ts'
import { counted } from '../../server/values/count.ts'
import { html } from '../html.ts'
import { RatingBadge } from '../parts/rating-badge.ts'

type Rating = NonNullable<PublicClaimLine['rating']>

/** How many claims have a rating, and how many have one that stands before it. */
export type RatingCount = { rating: Rating; count: number; from: number }

/** How often each rating was given: one bar, and the table of its numbers. The most true rating stands first, those beside the axis last. */
export const RatingsChart = ({ claims }: { claims: readonly PublicClaimLine[] }) => {
  const counts = ratingCounts(claims)
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  return (
    all > 0 &&
    html`<figure class="ratings-chart">
      <svg viewBox="0 0 ${all} 1" preserveAspectRatio="none" role="img" aria-label="${counts.map(({ rating, count }) => `${rating.label}: ${count}`).join(', ')}">
        ${counts.map(({ rating, count, from }) => html`<rect class="tone-${rating.tone}" x="${from}" y="0" width="${count}" height="1"></rect>`)}
      </svg>
      <table>
        <caption>${counted(all, 'claim')} checked</caption>
        <thead class="unseen"><tr><th scope="col">Rating</th><th scope="col">Claims</th></tr></thead>
        <tbody>${counts.map(({ rating, count }) => html`<tr><th scope="row">${RatingBadge(rating)}</th><td>${count}</td></tr>`)}</tbody>
      </table>
    </figure>`
  )
}

/** How often each rating was given among claims that are not withdrawn, the most true first, those beside the axis last. */
export function ratingCounts(claims: readonly PublicClaimLine[]): RatingCount[] {
  const ratings = claims.flatMap(({ rating }) => rating ?? [])
  // A label may have been edited between two publications: what is said is what was meant then.
  const groups = [...Map.groupBy(ratings, ({ scale, key, label }) => JSON.stringify([scale, key, label])).values()]
  const ordered = groups.toSorted(
    ([a], [b]) => (b?.value ?? 0) - (a?.value ?? 0) || (a?.label ?? '').localeCompare(b?.label ?? '', 'en'),
  )
  let from = 0
  return ordered.flatMap((group) => {
    const [rating] = group
    from += group.length
    return rating ? { rating, count: group.length, from: from - group.length } : []
  })
}
