import type { ClaimRecord } from '../../server/claims/claim.ts'
import { claimNumber } from '../../server/claims/words.ts'
import type { EvidenceItem } from '../../server/evidence/evidence.ts'
import { LedgerItem } from '../evidence/ledger-item.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb, wayToClaim } from '../parts/crumb.ts'
import { FormMessage, Hidden } from '../parts/field.ts'
import { type Typed, valuesOf } from '../parts/typed.ts'

type Page = { shell: Shell; claim: ClaimRecord; earlier: ClaimRecord; items: readonly EvidenceItem[]; typed: Typed }

/** The evidence on an earlier claim, each piece to be ticked if it holds for the repeat too. */
export const CarryPage = ({ shell, claim, earlier, items, typed }: Page) =>
  Layout({
    shell,
    title: `Evidence for claim ${claimNumber(claim)}`,
    main: html`${Crumb(...wayToClaim(claim))}
      <h1>Carry evidence over</h1>
      <p class="judged-statement" dir="auto">${claim.statement}</p>
      <p>It repeats <a href="/claims/${earlier.id}">claim ${claimNumber(earlier)}</a>: <q dir="auto">${earlier.statement}</q></p>
      ${items.length === 0 ? html`<p class="empty">There is nothing to carry over: the earlier claim has no evidence that this one does not have.</p>` : Form(claim, earlier, items, typed)}
      <p><a href="/claims/${claim.id}">Back to the claim</a></p>`,
  })

const Form = (claim: ClaimRecord, earlier: ClaimRecord, items: readonly EvidenceItem[], typed: Typed) => html`
  <form class="form carry" method="post" action="/claims/${claim.id}/carrying">
    ${FormMessage({ typed })} ${Hidden('from', earlier.id)}
    <fieldset>
      <legend>Which of it holds for this claim too?</legend>
      <p class="hint">Look at each piece again: figures and dates may have moved since. What you tick is added to this claim in your name, from the same source.</p>
      ${typed.problems.item !== undefined && html`<p class="problem">${typed.problems.item}</p>`}
      ${items.map((item) => Piece(item, valuesOf(typed, 'item').includes(String(item.id))))}
    </fieldset>
    <p class="actions"><button class="main">Carry it over</button></p>
  </form>`

const Piece = (item: EvidenceItem, isTicked: boolean) => html`
  <div class="carried">
    <label class="tick"><input type="checkbox" name="item" value="${item.id}" ${isTicked && html`checked`} /> <span dir="auto">${item.source.title}</span></label>
    <ul class="chosen-source">${LedgerItem({ item, canEdit: false, into: undefined })}</ul>
  </div>`
