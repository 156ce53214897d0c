import type { Agreement, ScaleRating } from '../../server/agreement/agreement.ts'
import { html } from '../html.ts'
import { RatingBadge } from '../parts/rating-badge.ts'

/** Where the scale is unclear: how often two checkers chose which two ratings for the same claim. */
export const Confusion = ({ ratings: said, confusion, rounds, alike }: Agreement) => {
  const ratings = said.map(({ rating }) => rating)
  return html`
  <section aria-labelledby="unclear">
    <h2 id="unclear">Where our scale is unclear</h2>
    ${
      alike === rounds
        ? html`<p>Nowhere yet: both always chose the same rating.</p>`
        : html`<p>Most often taken for each other: ${worst({ ratings, confusion }).map(({ one, other, count }, at) => html`${at > 0 && '; '}<b>${one.label}</b> and <b>${other.label}</b> (${count === 1 ? 'once' : `${count} times`})`)}. Their definitions are worth a talk.</p>`
    }
    <div class="across" tabindex="0" role="region" aria-label="Table of ratings by both checkers">
      <table class="confusion">
        <caption>Claims by the two ratings they were given; where they are the same, the two agreed</caption>
        <thead><tr><td></td>${ratings.map((rating) => html`<th scope="col">${rating.label}</th>`)}</tr></thead>
        <tbody>
          ${ratings.map((row, at) => html`<tr><th scope="row">${RatingBadge(row)}</th>${ratings.map((column, other) => Cell({ row, column, shown: other <= at, confusion }))}</tr>`)}
        </tbody>
      </table>
    </div>
  </section>`
}

type Place = { row: ScaleRating; column: ScaleRating; shown: boolean; confusion: Agreement['confusion'] }

// The two are not told apart, so half of the table says it all.
const Cell = ({ row, column, shown, confusion }: Place) => {
  const count = countOf(confusion, row, column)
  if (!shown) return html`<td></td>`
  return html`<td class="number${row.id === column.id ? ' same' : count > 0 ? ' apart' : ''}">${count || '·'}</td>`
}

const countOf = (confusion: Agreement['confusion'], one: ScaleRating, other: ScaleRating) =>
  confusion.get(`${Math.min(one.id, other.id)} ${Math.max(one.id, other.id)}`) ?? 0

function worst({ ratings, confusion }: { ratings: ScaleRating[]; confusion: Agreement['confusion'] }) {
  const apart = ratings.flatMap((one, at) =>
    ratings.slice(at + 1).map((other) => ({ one, other, count: countOf(confusion, one, other) })),
  )
  return apart
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, 3)
}
