import type { Bulk } from '../../server/bulk/account.ts'
import { bulkStateWords } from '../../server/bulk/words.ts'
import { html } from '../html.ts'

const number = (count: number) => count.toLocaleString('en')

/** How far a change of many claims is; it asks again by itself while it moves. */
export const BulkProgress = ({ id, state, claims, changed, left, restored, kept }: Bulk) => {
  const moves = state === 'running' || state === 'undoing'
  const [at, most] = state === 'undoing' ? [restored + kept, changed] : [changed + left, claims]
  return html`<div id="bulk-progress" class="bulk-progress" ${moves && html`hx-get="/claims/changes/${id}/progress" hx-trigger="every 2s" hx-swap="outerHTML"`}>
    <p role="status"><strong>${bulkStateWords[state]}</strong>${moves && html`: ${number(at)} of ${number(most)}`}. ${number(changed)} changed, ${number(left)} left alone.${(state === 'undoing' || state === 'undone') && html` ${number(restored)} put back as they were, ${number(kept)} kept.`}</p>
    ${moves && html`<progress max="${most}" value="${at}" aria-label="How far it is"></progress> <p class="soft">It goes on when you leave this page, and after a restart. <span class="without-script">Load the page again to see how far it is.</span></p>`}
  </div>`
}
