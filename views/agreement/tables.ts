import type { Agreement } from '../../server/agreement/agreement.ts'
import { fewestRounds } from '../../server/agreement/words.ts'
import { html } from '../html.ts'
import { RatingBadge } from '../parts/rating-badge.ts'
import { coefficient, percent } from './figures.ts'

/** How often the other checker chose a rating too, for each. */
export const ByRating = ({ ratings }: Agreement) => html`
  <section aria-labelledby="by-rating">
    <h2 id="by-rating">By rating</h2>
    <table class="agreement-table">
      <thead><tr><th scope="col">Rating</th><th scope="col" class="number">Given</th><th scope="col" class="number">The other one gave it too</th></tr></thead>
      <tbody>${ratings.map(({ rating, said, share }) => html`<tr><th scope="row">${RatingBadge(rating)}</th><td class="number">${said}</td><td class="number">${percent(share)}</td></tr>`)}</tbody>
    </table>
  </section>`

/** The figures of each quarter, by the day when both verdicts were in. */
export const ByQuarter = ({ quarters }: Agreement) => html`
  <section aria-labelledby="by-quarter">
    <h2 id="by-quarter">By quarter</h2>
    <table class="agreement-table">
      <thead><tr><th scope="col">When both were in</th><th scope="col" class="number">Claims</th><th scope="col" class="number">Same rating</th><th scope="col" class="number">Alpha</th></tr></thead>
      <tbody>${quarters.map(({ quarter, ...figures }) => html`<tr><th scope="row">${quarter}</th>${Row(figures, figures.alpha)}</tr>`)}</tbody>
    </table>
  </section>`

/** The figures of every two people who judged the same claims; for editors. */
export const ByPair = ({ pairs }: Agreement) => html`
  <section aria-labelledby="by-pair">
    <h2 id="by-pair">By pair of checkers</h2>
    <p class="soft">Shown to editors only. A low figure says that two people read the scale differently, not which of them is right.</p>
    <table class="agreement-table">
      <thead><tr><th scope="col">Pair</th><th scope="col" class="number">Claims</th><th scope="col" class="number">Same rating</th><th scope="col" class="number">Kappa</th></tr></thead>
      <tbody>${pairs.map(({ names, kappa, ...figures }) => html`<tr><th scope="row"><bdi>${names[0]}</bdi> and <bdi>${names[1]}</bdi></th>${Row(figures, kappa)}</tr>`)}</tbody>
    </table>
  </section>`

type Figures = Pick<Agreement, 'rounds' | 'alike' | 'share'>

const Row = ({ rounds, alike, share }: Figures, value: number | undefined) => html`
  <td class="number">${rounds}</td>
  ${
    rounds < fewestRounds
      ? html`<td class="number">${alike} of ${rounds}</td><td class="number soft">too few</td>`
      : html`<td class="number">${percent(share)}</td><td class="number">${coefficient(value)}</td>`
  }`
