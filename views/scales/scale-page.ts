import type { ScaleWithRatings } from '../../server/scales/scale.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { Field, FormMessage, Hidden } from '../parts/field.ts'
import { Icon } from '../parts/icon.ts'
import { PageHead } from '../parts/page-head.ts'
import { RatingBadge } from '../parts/rating-badge.ts'
import { type Typed, versionOf } from '../parts/typed.ts'
import { Day } from '../parts/when.ts'

type Page = { shell: Shell; scale: ScaleWithRatings; mayEdit: boolean; typed: Typed }

/** One rating scale with its ratings, and what an admin may do with it. */
export const ScalePage = ({ shell, scale, mayEdit, typed }: Page) => {
  const edits = mayEdit && !scale.retiredAt
  const add = html`<a class="button" href="/settings/scales/${scale.key}/ratings/new">${Icon('plus')} Add a rating</a>`
  return Layout({
    shell,
    title: scale.name,
    main: html`${Crumb({ href: '/settings', name: 'Settings' }, { href: '/settings/scales', name: 'Rating scales' })}
      ${PageHead(scale.name, edits && add)}
      ${scale.retiredAt && html`<p>Retired ${Day(scale.retiredAt)}. No verdict is given by it any more; old ones read as they did.</p>`}
      ${scale.inForce && html`<p>This is the newsroom’s scale.</p>`}
      ${scale.ratings.length > 0 ? Ratings(scale, edits) : html`<p class="empty">No ratings yet. A scale needs two before verdicts can be given by it.</p>`}
      ${edits && html`${Rename(scale, typed)} ${!scale.inForce && Retire(scale)}`}
      ${scale.retired.length > 0 && RetiredRatings(scale)}`,
  })
}

const Ratings = ({ ratings }: ScaleWithRatings, edits: boolean) => html`
  <dl class="scale">
    ${ratings.map((rating) => html`<div><dt>${RatingBadge(rating)}</dt><dd dir="auto">${rating.definition}</dd><dd class="soft number">${rating.value ?? 'no number'}${edits && html` · <a href="/ratings/${rating.id}/edit">Edit<span class="unseen"> ${rating.label}</span></a>`}</dd></div>`)}
  </dl>`

const Rename = (scale: ScaleWithRatings, typed: Typed) => html`
  <form class="form" method="post" action="/settings/scales/${scale.key}">
    ${FormMessage({ typed })} ${Hidden('version', versionOf(typed))}
    ${Field({ name: 'name', label: 'Name of the scale', typed, required: true, max: 60, hint: `Files keep calling it “${scale.key}”.` })}
    <button>Save the name</button>
  </form>`

const Retire = ({ key }: ScaleWithRatings) => html`
  <form class="retire" method="post" action="/settings/scales/${key}/retirement">
    <button>Retire the scale</button>
    <p class="hint">Nobody can choose it any more. Articles that have it keep it, and old decisions read as they did.</p>
  </form>`

const RetiredRatings = ({ retired }: ScaleWithRatings) => html`
  <section aria-labelledby="retired-ratings-title">
    <h2 id="retired-ratings-title">Retired ratings</h2>
    <dl class="scale">
      ${retired.map((rating) => html`<div><dt>${RatingBadge(rating)}</dt><dd dir="auto">${rating.definition}</dd><dd class="soft">until ${rating.retiredAt && Day(rating.retiredAt)}</dd></div>`)}
    </dl>
  </section>`
