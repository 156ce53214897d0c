import { setAsideReasons, setAsideWords } from '../../server/articles/words.ts'
import { type Hole, html } from '../html.ts'
import { Hidden } from '../parts/field.ts'

/** Sets the sentence aside with one press on the reason; the numbers are keys where `numbered`. */
export const Reasons = ({ sentenceId, numbered }: { sentenceId: number; numbered?: boolean }) => html`
  <form class="reasons" method="post" ${triageAddress(sentenceId)} hx-swap="none">
    ${Hidden('triage', 'not_a_claim')}
    ${setAsideReasons.map((reason, index) => html`<button name="reason" value="${reason}">${numbered && html`<kbd>${index + 1}</kbd> `}${setAsideWords[reason]}</button>`)}
  </form>`

/** Takes it back. */
export const Return = ({ sentenceId, words }: { sentenceId: number; words: Hole }) => html`
  <form class="return" method="post" ${triageAddress(sentenceId)} hx-swap="none">
    ${Hidden('triage', 'untouched')}<button>${words}</button>
  </form>`

const triageAddress = (id: number) => html`action="/sentences/${id}/triage" hx-post="/sentences/${id}/triage"`
