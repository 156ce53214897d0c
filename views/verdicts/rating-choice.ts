import type { Rating } from '../../server/verdicts/rating.ts'
import { html } from '../html.ts'
import { RatingBadge } from '../parts/rating-badge.ts'
import { type Typed, fieldId, valueOf } from '../parts/typed.ts'

/** `needed`: required only at times, so that the browser cannot enforce it. */
type Shown = {
  ratings: Rating[]
  typed: Typed
  needed?: boolean
  /** The page opens with the focus on the first one. */
  first?: boolean
}

/** Every rating with its definition: first those on the axis from true to false, then those off it. */
export const RatingChoice = ({ ratings, typed, needed, first }: Shown) => {
  const id = fieldId(typed, 'rating')
  const problem = typed.problems.rating
  return html`<fieldset class="ratings field ${problem && 'wrong'}" id="${id}" tabindex="-1" ${problem && html`aria-describedby="${id}-problem"`}>
    <legend>Rating</legend>
    ${problem && html`<p class="problem" id="${id}-problem">${problem}</p>`} ${Theirs(typed)}
    <div>
      ${Scale({ name: 'On the scale', of: ratings.filter((rating) => rating.value !== null), typed, needed, first })}
      ${Scale({ name: 'Off the scale', of: ratings.filter((rating) => rating.value === null), typed, needed })}
    </div>
  </fieldset>`
}

type Part = Omit<Shown, 'ratings'> & { name: string; of: Rating[] }

const Scale = ({ name, of, typed, needed, first }: Part) =>
  of.length > 0 &&
  html`<div class="rating-scale">
    <p class="scale-name">${name}</p>
    ${of.map((rating, index) => Option({ rating, typed, needed, first: first && index === 0 }))}
  </div>`

const Option = ({ rating, typed, needed, first }: Omit<Shown, 'ratings'> & { rating: Rating }) => {
  const id = `${fieldId(typed, 'rating')}-${rating.id}`
  const chosen = valueOf(typed, 'rating') === String(rating.id)
  return html`<div class="rating-option">
    <input type="radio" name="rating" id="${id}" value="${rating.id}" ${!needed && html`required`} ${chosen && html`checked`} ${first && html`autofocus`} aria-describedby="${id}-means" />
    <label for="${id}">${RatingBadge(rating)}</label>
    <p id="${id}-means">${rating.definition}</p>
  </div>`
}

const Theirs = ({ theirs }: Typed) =>
  theirs?.rating !== undefined &&
  html`<div class="theirs"><p>Given meanwhile:</p><blockquote>${theirs.rating}</blockquote></div>`
