import type { Preset } from '../../server/scales/presets.ts'
import type { ScaleWithRatings } from '../../server/scales/scale.ts'
import { fewestRatings } from '../../server/scales/words.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { Field, FormMessage, Hidden } from '../parts/field.ts'
import { Icon } from '../parts/icon.ts'
import { type ShownRating, RatingBadge } from '../parts/rating-badge.ts'
import { type Typed, fresh } from '../parts/typed.ts'

/** A form of the page that came back. */
export type ScaleForm = { form: 'new' | 'other'; typed: Typed }

type Page = {
  shell: Shell
  scales: ScaleWithRatings[]
  /** The ones that are not there yet. */
  presets: readonly Preset[]
  mayEdit: boolean
  form: ScaleForm | undefined
}

/** Every rating scale, the one in force first, and the ways to another one. */
export const ScalesPage = ({ shell, scales, presets, mayEdit, form }: Page) =>
  Layout({
    shell,
    title: 'Rating scales',
    main: html`${Crumb({ href: '/settings', name: 'Settings' })}
      <h1>Rating scales</h1>
      <p>Verdicts are given by the newsroom’s scale, unless an article names another one in its details. A decision keeps the rating it was made with, whatever becomes of the scale.</p>
      ${form?.form === 'other' && FormMessage(form)}
      ${scales.filter(({ retiredAt }) => !retiredAt).map((scale) => Scale(scale, mayEdit))}
      ${mayEdit && html`${presets.length > 0 && Presets(presets)} ${NewScale(form?.form === 'new' ? form.typed : fresh())}`}
      ${Retired(scales.filter(({ retiredAt }) => retiredAt !== null))}`,
  })

const Scale = (scale: ScaleWithRatings, mayEdit: boolean) => html`
  <section class="one-scale" aria-labelledby="scale-${scale.key}">
    <div class="section-head">
      <h2 id="scale-${scale.key}"><a href="/settings/scales/${scale.key}" dir="auto">${scale.name}</a> ${scale.inForce && html`<span class="state">In force</span>`}</h2>
      ${mayEdit && !scale.inForce && scale.ratings.length >= fewestRatings && html`<form method="post" action="/settings/scale">${Hidden('scale', scale.key)}<button>Put in force</button></form>`}
    </div>
    ${scale.ratings.length === 0 ? html`<p class="soft">No ratings yet${mayEdit && html`: <a href="/settings/scales/${scale.key}">add them</a>`}.</p>` : Badges(scale.ratings)}
  </section>`

const Badges = (ratings: readonly (ShownRating & { value: number | null })[]) => html`
  <ul class="badges">${ratings.map((rating) => html`<li>${RatingBadge(rating)}</li>`)}</ul>`

const Presets = (presets: readonly Preset[]) => html`
  <section aria-labelledby="presets-title">
    <h2 id="presets-title">Scales of the field</h2>
    ${presets.map(
      ({ key, name, about, ratings }) => html`<div class="one-scale">
        <div class="section-head">
          <h3>${name}</h3>
          <form method="post" action="/settings/presets">${Hidden('preset', key)}<button>${Icon('plus')} Add ${name}</button></form>
        </div>
        <p class="soft">${about}</p>
        ${Badges(ratings)}
      </div>`,
    )}
  </section>`

const NewScale = (typed: Typed) => html`
  <section aria-labelledby="new-scale-title">
    <h2 id="new-scale-title">A scale of your own</h2>
    <form class="form" method="post" action="/settings/scales">
      ${FormMessage({ typed })}
      ${Field({ name: 'name', label: 'Name', typed, required: true, max: 60, hint: 'What your newsroom calls it. Its ratings come next.' })}
      <button>Make the scale</button>
    </form>
  </section>`

const Retired = (scales: readonly ScaleWithRatings[]) =>
  scales.length > 0 &&
  html`<section aria-labelledby="retired-scales-title">
    <h2 id="retired-scales-title">Retired</h2>
    <ul>${scales.map(({ key, name }) => html`<li><a href="/settings/scales/${key}" dir="auto">${name}</a></li>`)}</ul>
  </section>`
