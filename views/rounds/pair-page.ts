import type { ClaimRecord } from '../../server/claims/claim.ts'
import type { Context } from '../../server/claims/context.ts'
import { claimNumber } from '../../server/claims/words.ts'
import type { EvidenceItem } from '../../server/evidence/evidence.ts'
import type { Person } from '../../server/accounts/permissions.ts'
import type { Round } from '../../server/rounds/round.ts'
import { type Pair, usedBy } from '../../server/rounds/states.ts'
import { differenceWords } from '../../server/rounds/words.ts'
import type { VerdictItem } from '../../server/verdicts/verdict.ts'
import { QuoteInContext } from '../claims/quote-in-context.ts'
import { StanceMark } from '../evidence/stance-mark.ts'
import { type Html, html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb, wayToClaim } from '../parts/crumb.ts'
import { FormMessage } from '../parts/field.ts'
import type { Typed } from '../parts/typed.ts'
import { Day } from '../parts/when.ts'
import { By, Finding } from '../verdicts/verdict-block.ts'
import { OwnFate } from './round-note.ts'

/** Two verdicts of a round that is closed, and all that they are told by. */
export type Beside = {
  claim: ClaimRecord
  context: Context
  round: Round
  pair: Pair<VerdictItem>
  /** The adjudicator's own verdict, where neither of the two stands. */
  own: VerdictItem | undefined
  /** The evidence on the claim, as far as the viewer may know of it. */
  items: readonly EvidenceItem[]
  person: Person
  /** What is to be done about them. */
  settling: Html | false
  typed: Typed
}

/** Two independent verdicts side by side: what each says, and which evidence each rests on. */
export const PairPage = ({ shell, ...beside }: Beside & { shell: Shell }) => {
  const { claim, context, round, pair, person, settling } = beside
  return Layout({
    shell,
    title: `Two verdicts on claim ${claimNumber(claim)}`,
    main: html`${Crumb(...wayToClaim(claim))}
      <h1>Two independent verdicts</h1>
      <p class="judged-statement" dir="auto">${claim.statement}</p>
      ${QuoteInContext({ context, language: claim.language })}
      ${!settling && FormMessage(beside)} ${round.adjudication && Outcome(beside)} ${!round.adjudication && pair.settled && Agreed(pair)}
      ${OwnFate({ round, pair, person })}
      <div class="beside">${[pair.first, pair.second].map((verdict) => Side(verdict, verdict.id === standing(beside)))}</div>
      ${Evidence(beside)} ${settling}`,
  })
}

const standing = ({ round, pair }: Pick<Beside, 'round' | 'pair'>): number | undefined =>
  round.adjudication?.verdictId ?? [pair.first, pair.second].find(({ decision }) => decision !== null)?.id

const Agreed = ({ first, second }: Pair<VerdictItem>) => {
  const { decision } = first.decision ? first : second
  return html`<p class="round-outcome">They gave the same rating${decision?.reviewer && html`, and <span dir="auto">${decision.reviewer.name}</span> confirmed it`}${decision && html`, ${Day(decision.createdAt)}`}.</p>`
}

const Outcome = ({ round, own }: Beside) => {
  const { adjudication } = round
  return (
    adjudication &&
    html`<section class="round-outcome" aria-labelledby="outcome-title">
      <h2 id="outcome-title">Why they differed</h2>
      <p><strong>${differenceWords[adjudication.difference]}.</strong> <span dir="auto">${adjudication.note}</span></p>
      <p class="soft">Settled by <span dir="auto">${adjudication.by.name}</span>, ${Day(adjudication.createdAt)}.</p>
      ${own && html`<h3>What stands instead</h3><div class="decision">${Finding({ verdict: own })}<p class="soft">${By(own)}.</p></div>`}
    </section>`
  )
}

const Side = (verdict: VerdictItem, stands: boolean) => html`
  <section class="${stands ? 'stands' : false}" id="verdict-${verdict.id}" aria-labelledby="by-${verdict.id}">
    <h2 id="by-${verdict.id}"><span dir="auto">${verdict.author.name}</span>${stands && html` <span class="soft">· stands</span>`}</h2>
    ${Finding({ verdict })}
    <p class="means"><span class="soft">What the rating means:</span> ${verdict.rating.definition}</p>
    <p class="soft">${By(verdict)}.</p>
  </section>`

const Evidence = ({ pair, items }: Beside) => {
  const used = usedBy(items, pair)
  const groups = [
    { name: html`Only <span dir="auto">${pair.first.author.name}</span>`, of: used.first },
    { name: html`Both`, of: used.both },
    { name: html`Only <span dir="auto">${pair.second.author.name}</span>`, of: used.second },
  ]
  return html`<section class="used" aria-labelledby="used-title">
    <h2 id="used-title">Which evidence each used</h2>
    <div class="used-groups">${groups.map(Group)}</div>
    ${used.neither.length > 0 && html`<details><summary>Neither used ${used.neither.length === 1 ? 'one piece' : `${used.neither.length} pieces`}</summary><ul>${used.neither.map(Piece)}</ul></details>`}
  </section>`
}

const Group = ({ name, of }: { name: Html; of: EvidenceItem[] }) => html`
  <div>
    <h3><span>${name}</span> <span class="number soft">${of.length}</span></h3>
    ${of.length === 0 ? html`<p class="nothing">Nothing.</p>` : html`<ul>${of.map(Piece)}</ul>`}
  </div>`

const Piece = (item: EvidenceItem) => html`
  <li>
    ${StanceMark(item.stance)} <a href="/claims/${item.claimId}#evidence-${item.id}" dir="auto">${item.source.title}</a>${item.withdrawnAt && html` <span class="soft">· withdrawn since</span>`}
    ${item.passage && html`<blockquote class="passage" dir="auto">${item.passage}</blockquote>`}
    ${!item.passage && item.note && html`<p class="note" dir="auto">${item.note}</p>`}
  </li>`
