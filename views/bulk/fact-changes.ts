import type { Facts } from '../../server/bulk/outcome.ts'
import { priorityWords, stateWords } from '../../server/claims/words.ts'
import { partialDateWords } from '../../server/values/partial-date.ts'
import { type Html, html } from '../html.ts'

type Change = { before: Partial<Facts>; after: Partial<Facts>; nameOf: (id: number) => string }

/** What changes of one claim, each fact as it was and as it is then. */
export const FactChanges = ({ before, after, nameOf }: Change): Html => {
  const person = (id: number | null | undefined, none: string) => (id == null ? none : nameOf(id))
  return html`
    ${after.assignee !== undefined && html`<p class="soft"><span dir="auto">${person(before.assignee, 'Nobody')}</span> → <b dir="auto">${person(after.assignee, 'nobody')}</b></p>`}
    ${after.dueOn !== undefined && html`<p class="soft">Due ${before.dueOn ? partialDateWords(before.dueOn) : 'at no date'} → <b>${after.dueOn ? partialDateWords(after.dueOn) : 'no date'}</b></p>`}
    ${after.priority && before.priority && html`<p class="soft">${priorityWords[before.priority]} priority → <b>${priorityWords[after.priority].toLowerCase()} priority</b></p>`}
    ${after.tags && html`<p class="soft">Tags: <span dir="auto">${before.tags?.join(', ') || 'none'}</span> → <b dir="auto">${after.tags.join(', ') || 'none'}</b></p>`}
    ${after.state && before.state && html`<p class="soft">${stateWords[before.state]} → <b>${stateWords[after.state].toLowerCase()}</b></p>`}`
}
