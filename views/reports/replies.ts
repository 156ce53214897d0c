import { outcomeWords, purposeWords, wayWords } from '../../server/attempts/words.ts'
import type { PublicClaim } from '../../server/reports/public.ts'
import { html } from '../html.ts'
import { Dated } from './facts.ts'

type Reply = PublicClaim['replies'][number]

/** Who was asked for their side, and what they said. */
export const Replies = ({ replies }: { replies: readonly Reply[] }) =>
  replies.length > 0 &&
  html`<section class="replies" aria-labelledby="replies">
    <h2 id="replies">Right of reply</h2>
    <ul>${replies.map(Asked)}</ul>
  </section>`

const Asked = ({ purpose, whom, way, asked, askedOn, deadlineOn, outcome, answer, answeredOn }: Reply) => html`
  <li>
    <p class="label"><b dir="auto">${whom}</b> · ${purposeWords[purpose]}, ${wayWords[way].toLowerCase()}, ${Dated(askedOn)}</p>
    ${asked && html`<p><span class="aside">We asked:</span> <span dir="auto">${asked}</span></p>`}
    <p>${outcome === 'waiting' ? html`No answer yet${deadlineOn && html`; asked to answer by ${Dated(deadlineOn)}`}.` : html`${outcomeWords[outcome]}${answeredOn && html`, ${Dated(answeredOn)}`}.`}</p>
    ${answer && html`<blockquote dir="auto">${answer}</blockquote>`}
  </li>`
