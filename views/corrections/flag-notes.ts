import { claimNumber } from '../../server/claims/words.ts'
import type { FlagItem } from '../../server/corrections/flag.ts'
import { correctionWords } from '../../server/corrections/words.ts'
import { html } from '../html.ts'
import { Area, FormMessage } from '../parts/field.ts'
import { Icon } from '../parts/icon.ts'
import { type Typed, fresh } from '../parts/typed.ts'
import { Day } from '../parts/when.ts'

/** `typed` is the form of one flag that came back. */
type Shown = { flags: readonly FlagItem[]; typed?: { flag: number; typed: Typed } | undefined }

/** What to look at again because something else was corrected; each is cleared with a note. */
export const FlagNotes = ({ flags, typed }: Shown) =>
  flags.length > 0 &&
  html`<section class="flags no-print" aria-labelledby="flags-title">
    <h2 id="flags-title">Look at this again</h2>
    ${flags.map((flag) => Note(flag, typed?.flag === flag.id ? typed.typed : fresh()))}
  </section>`

const Note = (flag: FlagItem, typed: Typed) => {
  const scoped = { ...typed, scope: `flag-${flag.id}` }
  const corrected = html`<a href="/claims/${flag.corrected.id}#corrections-${flag.corrected.id}">claim ${claimNumber(flag.corrected)}</a>`
  return html`<div class="flag" id="flag-${flag.id}">
    <p>${Icon('circle-alert')} ${flag.why === 'cites' ? html`This claim rests on ${corrected}` : html`This claim uses a source of ${corrected}`}, whose published decision was changed on ${Day(flag.createdAt)}. ${correctionWords[flag.kind]}: <q dir="auto">${flag.note}</q></p>
    <details ${Object.keys(typed.problems).length > 0 && html`open`}>
      <summary>I have looked at it …</summary>
      <form method="post" action="/flags/${flag.id}/clearing">
        ${FormMessage({ typed: scoped })}
        ${Area({ name: 'note', label: 'What you found', typed: scoped, required: true, rows: 2, max: 500, hint: 'Such as: this claim uses another page of the source. If its decision has to change too, do that first.' })}
        <button>Take the flag off</button>
      </form>
    </details>
  </div>`
}
