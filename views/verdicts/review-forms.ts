import { html } from '../html.ts'
import { SentInto } from '../parts/in-place.ts'
import { Area, FormMessage, Hidden } from '../parts/field.ts'
import { Icon } from '../parts/icon.ts'
import type { Typed } from '../parts/typed.ts'

/** A second person's answer to a verdict: approve it, or return it with a reason. */
export const ReviewForms = ({ verdictId, typed, into }: { verdictId: number; typed: Typed; into?: string }) => {
  const scoped = { ...typed, scope: `review-${verdictId}` }
  const action = `/verdicts/${verdictId}/review`
  return html`<div class="review no-print">
    ${FormMessage({ typed: scoped })}
    <form method="post" action="${action}" ${SentInto(action, into)}>
      ${Hidden('outcome', 'approved')}
      <button class="main">${Icon('check')} Approve</button>
      <span class="hint">It becomes the newsroom’s decision, with both your names.</span>
    </form>
    <details ${typed.problems.reason !== undefined || typed.values.reason ? html`open` : false}>
      <summary>Return it with a reason</summary>
      <form method="post" action="${action}" ${SentInto(action, into)}>
        ${Hidden('outcome', 'returned')}
        ${Area({ name: 'reason', label: 'What is missing or wrong', typed: scoped, required: true, max: 1000, hint: 'The checker and the history see it.' })}
        <button>${Icon('undo-2')} Return</button>
      </form>
    </details>
  </div>`
}
