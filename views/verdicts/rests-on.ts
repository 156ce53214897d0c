import type { EvidenceItem } from '../../server/evidence/evidence.ts'
import type { VerdictItem } from '../../server/verdicts/verdict.ts'
import { StanceMark } from '../evidence/stance-mark.ts'
import { html } from '../html.ts'

type Shown = { verdict: Pick<VerdictItem, 'evidence'>; items: readonly EvidenceItem[] }

/** The evidence that a verdict rests on, and how much it left aside. `items` are all on the claim that the viewer may know of. */
export const RestsOn = ({ verdict, items }: Shown) => {
  const used = items.filter(({ id }) => verdict.evidence.includes(id))
  const aside = items.filter(({ id, withdrawnAt }) => !withdrawnAt && !verdict.evidence.includes(id)).length
  if (used.length + aside === 0) return false
  return html`<div class="rests-on">
    <h3>It rests on</h3>
    ${used.length === 0 ? html`<p class="soft">None of the evidence on the claim.</p>` : html`<ul>${used.map(Line)}</ul>`}
    ${used.length > 0 && aside > 0 && html`<p class="soft">${aside === 1 ? 'One other piece of evidence was not used.' : `${aside} other pieces of evidence were not used.`}</p>`}
  </div>`
}

const Line = (item: EvidenceItem) => html`
  <li>${StanceMark(item.stance)} <a href="/claims/${item.claimId}#evidence-${item.id}" dir="auto">${item.source.title}</a>${item.withdrawnAt && html` <span class="soft">· withdrawn since</span>`}</li>`
