import type { ReadinessItem } from '../../server/readiness/rules.ts'
import { ruleWords, sideWords } from '../../server/readiness/words.ts'
import { type Html, html } from '../html.ts'
import { Icon } from '../parts/icon.ts'

type Shown = { claimId: number; items: readonly ReadinessItem[] }

/** What a claim still misses by the newsroom's rules before a verdict on it, as a section; nothing where no rule is kept. */
export const ReadinessPanel = ({ claimId, items }: Shown): Html | false =>
  items.length > 0 &&
  html`<section id="readiness-${claimId}" aria-labelledby="readiness-${claimId}-title">
    <h2 id="readiness-${claimId}-title">Before a verdict</h2>
    ${items.every(({ met }) => met) && html`<p class="ready">Nothing is missing by the newsroom’s rules.</p>`}
    ${ReadinessList({ claimId, items })}
  </section>`

/** The rules one by one, each with what it rests on or what is missing, and the way to where that is added. */
export const ReadinessList = ({ claimId, items }: Shown): Html => html`
  <ul class="readiness-list">
    ${items.map((item) => (item.met ? Met(item) : Unmet(claimId, item)))}
  </ul>`

const Met = ({ rule, because }: ReadinessItem) => html`
  <li class="met">${Icon('check')} <div><strong>${ruleWords[rule]}.</strong> <span class="soft" dir="auto">${because}</span></div></li>`

const Unmet = (claimId: number, { rule, level, missing, sides }: ReadinessItem) => html`
  <li class="${level}">
    ${Icon(level === 'bar' ? 'ban' : 'circle-alert')}
    <div>
      <p><strong>${ruleWords[rule]}: ${level === 'bar' ? 'not yet, and no verdict without it' : 'not yet'}.</strong> <span dir="auto">${missing}</span></p>
      <p class="links no-print">${ways[rule](claimId, sides)}</p>
    </div>
  </li>`

const addEvidence = (claimId: number) => html`<a href="/claims/${claimId}/evidence/new">Add evidence</a>`

const ways: Record<ReadinessItem['rule'], (claimId: number, sides: ReadinessItem['sides']) => Html> = {
  evidence: addEvidence,
  weight: addEvidence,
  both_sides: (claimId, sides) =>
    html`${addEvidence(claimId)} ${sides.map((side) => html`<a href="/claims/${claimId}/searches/new?side=${side}">Note that nothing ${sideWords[side]} it</a>`)}`,
  passages: (claimId) => html`<a href="/claims/${claimId}#ledger-${claimId}">Look at the evidence</a>`,
  claimant_asked: (claimId) =>
    html`<a href="/claims/${claimId}/attempts/new?purpose=reply">Note how the claimant was asked</a>`,
}
