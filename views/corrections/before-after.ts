import { html } from '../html.ts'
import { Markdown } from '../markdown.ts'
import { type ShownRating, RatingBadge } from '../parts/rating-badge.ts'

type Said = { number: number | null; rating: ShownRating; rationale: string; explanation: string | null }

/** What a decision said and what it says after a correction, side by side; nothing comes after a withdrawal. */
export const BeforeAfter = ({ before, after }: { before: Said; after: Said | null }) => html`
  <div class="before-after">
    <section>
      <h4>${before.number === null ? 'Before' : `Before: decision ${before.number}`}</h4>
      ${Words(before)}
    </section>
    <section>
      <h4>${after?.number ? `After: decision ${after.number}` : 'After'}</h4>
      ${after ? Words(after) : html`<p class="soft">No decision: the claim is checked again.</p>`}
    </section>
  </div>`

const Words = ({ rating, rationale, explanation }: Said) => html`
  <p class="finding">${RatingBadge(rating)}</p>
  <p class="rationale" dir="auto">${rationale}</p>
  ${explanation && html`<details class="explanation"><summary>Explanation</summary>${Markdown(explanation)}</details>`}`
