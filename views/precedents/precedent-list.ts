import { claimNumber } from '../../server/claims/words.ts'
import type { Precedent } from '../../server/precedents/precedent.ts'
import { likenessWords } from '../../server/precedents/words.ts'
import { partialDateWords } from '../../server/values/partial-date.ts'
import { html } from '../html.ts'
import { RatingBadge } from '../parts/rating-badge.ts'
import { Day } from '../parts/when.ts'
import { OutLink } from '../sources/out-link.ts'

/** Earlier checks, the likeliest first, each with how it was rated and why it is here. */
export const PrecedentList = ({ precedents }: { precedents: readonly Precedent[] }) => html`
  <ol class="precedents">${precedents.map(One)}</ol>`

const One = (precedent: Precedent) => html`
  <li class="precedent ${precedent.likeness}">
    <p class="precedent-head"><b>${likenessWords[precedent.likeness]}</b> ${precedent.by === 'us' ? RatingBadge(precedent.rating) : html`<span class="rating outside">${precedent.ratingLabel}</span>`}</p>
    <p><a href="${precedent.by === 'us' ? `/claims/${precedent.id}` : `/checks/${precedent.id}`}" dir="auto">${precedent.statement}</a></p>
    ${precedent.by === 'us' && html`<p class="rationale" dir="auto">${precedent.rationale}</p>`}
    <p class="soft">${From(precedent)}</p>
    ${precedent.why.length > 0 && html`<p class="why">${sentence(precedent.why)}</p>`}
  </li>`

const From = (precedent: Precedent) =>
  html`${
    precedent.by === 'us'
      ? html`<span class="number">Claim ${claimNumber(precedent)}</span>, ${precedent.published ? 'published' : 'decided'}`
      : html`<span dir="auto">${precedent.publisher}</span>, ${OutLink(precedent.url)}`
  }${precedent.checkedOn && html`, ${precedent.by === 'us' ? Day(precedent.checkedOn) : partialDateWords(precedent.checkedOn)}`}${precedent.claimant && html` · <span dir="auto">${precedent.claimant}</span>`}`

const sentence = (why: readonly string[]) => {
  const said = why.join('; ')
  return `${said.slice(0, 1).toUpperCase()}${said.slice(1)}.`
}
