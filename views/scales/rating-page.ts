import type { ScaleWithRatings } from '../../server/scales/scale.ts'
import {
  axisValues,
  axisWords,
  fewestRatings,
  shapeWords,
  shapes,
  toneWords,
  tones,
} from '../../server/scales/words.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { Area, Choice, Field, FormMessage, Hidden, type Option, worded } from '../parts/field.ts'
import { RatingBadge } from '../parts/rating-badge.ts'
import { type Typed, valueOf, versionOf } from '../parts/typed.ts'

type Page = {
  shell: Shell
  scale: ScaleWithRatings
  /** None for a new one. */
  rating?: { id: number; label: string; retiredAt: string | null } | undefined
  typed: Typed
}

/** The form of a rating, with the badge that it makes. */
export const RatingPage = ({ shell, scale, rating, typed }: Page) => {
  const back = `/settings/scales/${scale.key}`
  return Layout({
    shell,
    title: rating ? `Edit “${rating.label}”` : 'A new rating',
    main: html`${Crumb({ href: '/settings/scales', name: 'Rating scales' }, { href: back, name: scale.name })}
      <h1>${rating ? 'Edit a rating' : 'A new rating'}</h1>
      ${rating && html`<p class="rating-edit-note">Colour, shape and place can change at any time. Once a verdict has been given by a rating, its label, definition and number are what was meant: changing them retires it and puts a new one in its place, so that old decisions read as they did.</p>`}
      ${Form({ scale, rating, typed })}
      ${rating && !rating.retiredAt && scale.ratings.length > fewestRatings && Retire(rating.id)}`,
  })
}

const Form = ({ scale, rating, typed }: Omit<Page, 'shell'>) => {
  const action = rating ? `/ratings/${rating.id}` : `/settings/scales/${scale.key}/ratings`
  const here = rating ? `/ratings/${rating.id}/edit` : `${action}/new`
  return html`<form class="form" id="rating-form" method="post" action="${action}">
    ${FormMessage({ typed })} ${Hidden('version', versionOf(typed))}
    ${Field({ name: 'label', label: 'Label', typed, required: true, max: 40, hint: 'One or two words that stand on the badge.' })}
    ${Area({ name: 'definition', label: 'Definition', typed, required: true, max: 400, hint: 'When a claim gets it, in a sentence that two people read the same way.' })}
    <div class="row">
      ${Choice({ name: 'value', label: 'On the axis from true to false', typed, needed: true, none: 'Off the axis: no number', options: worded(axisValues, axisWords) })}
      ${Choice({ name: 'place', label: 'Place in the list', typed, needed: true, ...places(scale, rating) })}
    </div>
    <div class="row">
      ${Choice({ name: 'tone', label: 'Colour', typed, required: true, options: worded(tones, toneWords) })}
      ${Choice({ name: 'shape', label: 'Shape', typed, required: true, options: worded(shapes, shapeWords) })}
    </div>
    ${RatingPreview(typed)}
    <p class="actions"><button class="main">Save the rating</button> <button formaction="${here}" formmethod="get" formnovalidate>Show the badge</button> <a href="/settings/scales/${scale.key}">Cancel</a></p>
  </form>`
}

function places({ ratings }: ScaleWithRatings, rating: Page['rating']): { options: Option[]; none?: string } {
  const options = ratings.map((_, index) => ({ value: String(index + 1), label: String(index + 1) }))
  return rating ? { options } : { options, none: 'At the end' }
}

/** The badge of what is typed so far, made again after every change. */
export const RatingPreview = (typed: Typed) => {
  const tone = tones.find((one) => one === valueOf(typed, 'tone')) ?? 'off-axis'
  const shape = shapes.find((one) => one === valueOf(typed, 'shape')) ?? 'question'
  const label = valueOf(typed, 'label').trim().slice(0, 40) || 'Label'
  return html`<p class="rating-preview" id="rating-preview" hx-get="/ratings/preview" hx-include="#rating-form" hx-trigger="input from:#rating-form delay:250ms" hx-swap="outerHTML" aria-live="polite"><span class="soft">The badge:</span> ${RatingBadge({ label, tone, shape })}</p>`
}

const Retire = (id: number) => html`
  <form class="retire" method="post" action="/ratings/${id}/retirement">
    <button>Retire this rating</button>
    <p class="hint">Nobody can choose it any more, and old decisions read as they did.</p>
  </form>`
