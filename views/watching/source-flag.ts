import type { SourceFlag } from '../../server/watching/flag.ts'
import { flagAdvice, flagWords } from '../../server/watching/words.ts'
import { type Html, html } from '../html.ts'
import { Area, FormMessage, Hidden } from '../parts/field.ts'
import { Icon } from '../parts/icon.ts'
import { type Typed, fresh } from '../parts/typed.ts'
import { Day } from '../parts/when.ts'
import { OutLink } from '../sources/out-link.ts'

type Shown = {
  flag: SourceFlag
  /** The claim on whose page it stands, to come back to. */
  claimId?: number
  mayClear: boolean
  typed?: Typed | undefined
}

/** A source that needs another look: why, what to do, and the form that says it was done. */
export const SourceFlagNote = ({ flag, claimId, mayClear, typed = fresh() }: Shown): Html => {
  const { id, why, source, createdAt, comparedId, keptId, finalAddress } = flag
  const copies = `/sources/${source.id}/snapshots`
  return html`<div class="flag" id="source-flag-${id}">
    <p>${Icon('circle-alert')} ${claimId !== undefined && html`<a href="/sources/${source.id}" dir="auto">${source.title}</a>: `}${flagWords[why]} <span class="soft">Found on ${Day(createdAt)}.</span> ${why === 'moved' && finalAddress && html`It is now at ${OutLink(finalAddress)}.`} ${flagAdvice[why]}</p>
    ${why === 'changed' && keptId !== null && html`<p class="links">${comparedId !== null && html`<a href="${copies}/${keptId}/comparison?with=${comparedId}">What changed</a>`} <a href="${copies}/${keptId}">The new copy</a></p>`}
    ${mayClear && Clearing({ flag, claimId, typed })}
  </div>`
}

type Form = Pick<Shown, 'flag' | 'claimId'> & { typed: Typed }

const Clearing = ({ flag: { id }, claimId, typed }: Form) => {
  const scoped = { ...typed, scope: `source-flag-${id}` }
  return html`<details class="no-print" ${Object.keys(typed.problems).length > 0 && html`open`}>
    <summary>I have looked into it …</summary>
    <form method="post" action="/source-flags/${id}/clearing">
      ${FormMessage({ typed: scoped })}
      ${Area({ name: 'note', label: 'What you found', typed: scoped, required: true, rows: 2, max: 500, hint: 'Such as: only the date at the top is another; the passage we rest on was put in other words and says the same.' })}
      ${claimId !== undefined && Hidden('claim', claimId)}
      <button>Take the flag off</button>
    </form>
  </details>`
}

type OnClaim = { flags: readonly SourceFlag[]; claimId: number }

/** On the page of a claim: the sources it rests on that need another look. */
export const SourceFlagNotes = ({ flags, claimId }: OnClaim): Html | false =>
  flags.length > 0 &&
  html`<section class="flags" aria-labelledby="source-flags-title">
    <h2 id="source-flags-title">${flags.length === 1 ? 'A source has changed' : 'Sources have changed'}</h2>
    ${flags.map((flag) => SourceFlagNote({ flag, claimId, mayClear: true }))}
  </section>`
