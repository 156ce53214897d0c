import type { Attempt } from '../../server/attempts/attempt.ts'
import { daysOver, isOpen } from '../../server/attempts/states.ts'
import { outcomeWords, purposeWords, wayWords } from '../../server/attempts/words.ts'
import { partialDateWords } from '../../server/partial-date.ts'
import { type Html, html } from '../html.ts'
import { Icon } from '../parts/icon.ts'
import { Day } from '../parts/when.ts'

type Shown = { attempt: Attempt; today: string; canEdit: boolean }

/** One attempt to reach somebody: whom, how and when, and what came of it. `today` is a date in UTC. */
export const AttemptItem = ({ attempt, today, canEdit }: Shown): Html => {
  const { id, purpose, whom, way, askedOn, asked, answer } = attempt
  return html`<li class="attempt ${isOpen(attempt) && 'open'}" id="attempt-${id}">
    ${attempt.withdrawnAt && html`<p class="withdrawal"><strong>Withdrawn</strong> ${Day(attempt.withdrawnAt)}: <span dir="auto">${attempt.withdrawnReason}</span></p>`}
    <p class="attempt-head"><strong dir="auto">${whom}</strong> <span class="soft">${purposeWords[purpose]} · ${wayWords[way]}, ${DateWords(askedOn)}</span></p>
    ${asked && html`<p class="asked" dir="auto"><span class="soft">Asked:</span> ${asked}</p>`}
    ${Outcome(attempt, today)}
    ${answer && html`<blockquote class="answer" dir="auto">${answer}</blockquote>`}
    <div class="by">
      <p>Noted by <span dir="auto">${attempt.addedBy.name}</span>, ${Day(attempt.createdAt)}${attempt.public ? '. May be published.' : '. Stays in the newsroom.'}</p>
      ${canEdit && !attempt.withdrawnAt && Doings(attempt)}
    </div>
  </li>`
}

const Outcome = (attempt: Attempt, today: string) => {
  const { outcome, deadlineOn, answeredOn } = attempt
  const days = daysOver(attempt, today)
  if (days > 0)
    return html`<p class="late">${Icon('circle-alert')} The deadline passed ${days === 1 ? 'yesterday' : `${days} days ago`}: no answer noted.</p>`
  if (outcome === 'waiting')
    return html`<p>${outcomeWords.waiting}${deadlineOn ? html`, due ${deadlineOn === today ? 'today' : DateWords(deadlineOn)}` : ', without a deadline'}.</p>`
  return html`<p>${outcomeWords[outcome]}${answeredOn && html`, ${DateWords(answeredOn)}`}.</p>`
}

const DateWords = (date: string) => html`<time datetime="${date}">${partialDateWords(date)}</time>`

const Doings = ({ id, whom }: Attempt) => html`
  <p class="doings no-print">
    <a href="/attempts/${id}/edit">Edit<span class="unseen"> the entry about ${whom}</span></a>
    <a href="/attempts/${id}/withdrawal">Withdraw<span class="unseen"> the entry about ${whom}</span></a>
  </p>`
