import { correctionMeanings, correctionWords } from '../../server/corrections/words.ts'
import type { PublicCorrection } from '../../server/reports/public.ts'
import { html } from '../html.ts'
import { RatingBadge } from '../parts/rating-badge.ts'
import { Day } from '../parts/when.ts'

type Logged = { corrections: readonly PublicCorrection[]; renewals: readonly { at: string; note: string }[] }

/** What was changed since publication, the newest first, with what stood there before. */
export const CorrectionLog = ({ corrections, renewals }: Logged) => html`
  <section class="log" aria-labelledby="corrections">
    <h2 id="corrections">Corrections</h2>
    ${corrections.length + renewals.length === 0 && html`<p>Nothing was changed since this was published.</p>`}
    ${corrections.length > 0 && html`<ol reversed>${corrections.map((one) => html`<li value="${one.number}">${Correction(one)}</li>`)}</ol>`}
    ${renewals.length > 0 && html`<ul>${renewals.map(({ at, note }) => html`<li><p class="label">Brought up to date, ${Day(at)}</p><p dir="auto">${note}</p></li>`)}</ul>`}
  </section>`

/** One correction: its note, and the ratings before and after. */
export const Correction = ({ kind, note, at, before, after }: PublicCorrection) => html`
  <p class="label"><b>${correctionWords[kind]}</b>, ${Day(at)}</p>
  <p class="note" dir="auto">${note}</p>
  <p class="aside">${correctionMeanings[kind]}</p>
  ${kind !== 'withdrawal' && html`<p class="change">${Word('Before', before)} ${after && Word('After', after)}</p>`}`

const Word = (when: string, { rating, rationale }: PublicCorrection['before']) => html`
  <span class="was"><span class="aside">${when}:</span> ${RatingBadge(rating)}${rationale && html` <q dir="auto">${rationale}</q>`}</span>`
