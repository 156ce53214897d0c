import type { Pair } from '../../server/rounds/states.ts'
import type { VerdictItem } from '../../server/verdicts/verdict.ts'
import { html } from '../html.ts'
import { FormMessage } from '../parts/field.ts'
import { Icon } from '../parts/icon.ts'
import { type Typed, fieldId, valueOf } from '../parts/typed.ts'

type Shown = { address: string; pair: Pair<VerdictItem>; personId: number; typed: Typed }

/** Confirms two verdicts that say the same: whose rationale stands, never one's own. */
export const AgreeForm = ({ address, pair, personId, typed }: Shown) => {
  const problem = typed.problems.verdict
  const id = fieldId(typed, 'verdict')
  return html`<section class="settling no-print" aria-labelledby="settling-title">
    <h2 id="settling-title">They agree: confirm it</h2>
    ${FormMessage({ typed })}
    <form class="form" method="post" action="${address}/agreement">
      <fieldset class="options field ${problem && 'wrong'}" id="${id}" tabindex="-1" ${problem && html`aria-describedby="${id}-problem"`}>
        <legend>Whose rationale stands?</legend>
        ${problem && html`<p class="problem" id="${id}-problem">${problem}</p>`}
        ${[pair.first, pair.second].map((verdict) => Option({ verdict, id, isOwn: verdict.author.id === personId, chosen: valueOf(typed, 'verdict') === String(verdict.id) }))}
      </fieldset>
      <p class="hint">The rating becomes the newsroom’s decision, with this rationale, its author’s name and yours.</p>
      <p class="actions"><button class="main">${Icon('check')} Confirm</button></p>
    </form>
  </section>`
}

type Offered = { verdict: VerdictItem; id: string; isOwn: boolean; chosen: boolean }

const Option = ({ verdict, id, isOwn, chosen }: Offered) => html`
  <div class="option">
    <input type="radio" name="verdict" id="${id}-${verdict.id}" value="${verdict.id}" required ${chosen && html`checked`} ${isOwn && html`disabled`} aria-describedby="${id}-${verdict.id}-is" />
    <label for="${id}-${verdict.id}" dir="auto">${verdict.author.name}</label>
    <p id="${id}-${verdict.id}-is" dir="auto">${isOwn ? 'Yours: somebody else would have to confirm it.' : verdict.rationale}</p>
  </div>`
