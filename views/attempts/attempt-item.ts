import { type Person, can } from '../../server/accounts/permissions.ts'
import type { Attempt } from '../../server/attempts/attempt.ts'
import { daysOver, isOpen } from '../../server/attempts/states.ts'
import { outcomeWords, purposeWords, wayWords } from '../../server/attempts/words.ts'
import { partialDateWords } from '../../server/values/partial-date.ts'
import { type Html, html } from '../html.ts'
import { Icon } from '../parts/icon.ts'
import { Day } from '../parts/when.ts'

type Shown = {
  attempt: Attempt
  today: string
  /** Who may do something with it here; without, nobody. */
  person?: Person
}

/** One attempt to reach somebody: whom, how and when, and what came of it. `today` is a date in UTC. */
export const AttemptItem = ({ attempt, today, person }: Shown): Html => {
  const { id, asked, answer } = attempt
  return html`<li class="attempt ${isOpen(attempt) && 'open'}" id="attempt-${id}">
    ${attempt.withdrawnAt && Withdrawal(attempt, attempt.withdrawnAt)}
    ${Head(attempt)}
    ${attempt.erasedAt && html`<p class="soft">The text was erased by <span dir="auto">${attempt.erasedBy}</span> on ${Day(attempt.erasedAt)}.</p>`}
    ${asked && html`<p class="asked" dir="auto"><span class="soft">Asked:</span> ${asked}</p>`}
    ${Outcome(attempt, today)}
    ${answer && html`<blockquote class="answer" dir="auto">${answer}</blockquote>`}
    <div class="by">
      <p>Noted by <span dir="auto">${attempt.addedBy.name}</span>, ${Day(attempt.createdAt)}${attempt.public ? '. May be published.' : '. Stays in the newsroom.'}</p>
      ${person && !attempt.erasedAt && Doings(attempt, person)}
    </div>
  </li>`
}

const Withdrawal = ({ withdrawnReason }: Attempt, at: string) =>
  html`<p class="withdrawal"><strong>Withdrawn</strong> ${Day(at)}${withdrawnReason !== null && html`: <span dir="auto">${withdrawnReason}</span>`}</p>`

const Head = ({ whom, purpose, way, askedOn }: Attempt) =>
  html`<p>${whom !== '' && html`<strong dir="auto">${whom}</strong> `}<span class="soft">${purposeWords[purpose]} · ${wayWords[way]}, ${DateWords(askedOn)}</span></p>`

const Outcome = (attempt: Attempt, today: string) => {
  const { outcome, deadlineOn, answeredOn } = attempt
  const days = daysOver(attempt, today)
  if (days > 0)
    return html`<p class="late">${Icon('circle-alert')} The deadline passed ${days === 1 ? 'yesterday' : `${days} days ago`}: no answer noted.</p>`
  if (outcome === 'waiting' && attempt.erasedAt) return html`<p>No answer was noted.</p>`
  if (outcome === 'waiting')
    return html`<p>${outcomeWords.waiting}${deadlineOn ? html`, due ${deadlineOn === today ? 'today' : DateWords(deadlineOn)}` : ', without a deadline'}.</p>`
  return html`<p>${outcomeWords[outcome]}${answeredOn && html`, ${DateWords(answeredOn)}`}.</p>`
}

const DateWords = (date: string) => html`<time datetime="${date}">${partialDateWords(date)}</time>`

const Doings = (attempt: Attempt, person: Person) => {
  const mayEdit = can(person, 'attempt.edit') && !attempt.withdrawnAt
  const mayErase = can(person, 'attempt.erase', { authorId: attempt.addedBy.id })
  return (
    (mayEdit || mayErase) &&
    html`<p class="doings no-print">
      ${mayEdit && html`${Doing(attempt, 'edit', 'Edit')} ${Doing(attempt, 'withdrawal', 'Withdraw')}`}
      ${mayErase && Doing(attempt, 'erasure', 'Erase')}
    </p>`
  )
}

const Doing = ({ id, whom }: Attempt, path: string, words: string) =>
  html`<a href="/attempts/${id}/${path}">${words}<span class="unseen"> the entry about ${whom}</span></a>`
