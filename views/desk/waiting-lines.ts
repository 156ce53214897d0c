import { claimNumber, priorityWords, stateWords } from '../../server/claims/words.ts'
import { correctionWords } from '../../server/corrections/words.ts'
import type { DeskClaim, DeskRound, DeskVerdict, ErrorReport, OpenFlag, OpenProposal } from '../../server/desk/desk.ts'
import { partialDateWords } from '../../server/values/partial-date.ts'
import { type Hole, html } from '../html.ts'
import { RatingBadge } from '../parts/rating-badge.ts'
import { Day } from '../parts/when.ts'
import { About, short } from '../reported/error-list.ts'

type Claim = { id: number; articleId: number; number: number; statement: string; articleTitle?: string }

const Claim = (claim: Claim, href: string) => html`
  <a href="${href}" dir="auto">${claim.statement}</a>
  <p class="soft"><span class="number">${claimNumber(claim)}</span>${claim.articleTitle && html` · <span dir="auto">${claim.articleTitle}</span>`}</p>`

const Facts = (...facts: Hole[]) => {
  const there = facts.filter(Boolean)
  return (
    there.length > 0 &&
    html`<p class="soft urgency">${there.map((fact, index) => html`${index > 0 && ' · '}${fact}`)}</p>`
  )
}

const Due = (dueOn: string) => html`due <time datetime="${dueOn}">${partialDateWords(dueOn)}</time>`

/** A claim that the person has to check. */
export const CheckLine = (row: DeskClaim) => html`
  <li>
    ${Claim(row, `/claims/${row.id}`)}
    ${Facts(row.priority !== 2 && `${priorityWords[row.priority]} priority`, row.dueOn && Due(row.dueOn), row.evidenceCount === 0 && 'no evidence yet')}
  </li>`

/** A claim that should have been checked by now. */
export const OverdueLine = (row: DeskClaim) => html`
  <li>
    ${Claim(row, `/claims/${row.id}`)}
    ${Facts(row.dueOn && html`<b class="overdue">${Due(row.dueOn)}</b>`, stateWords[row.state], row.priority !== 2 && `${priorityWords[row.priority]} priority`, row.evidenceCount === 0 && 'no evidence yet')}
  </li>`

/** A claim whose words are not in the newest version of its article. */
export const LostLine = (row: DeskClaim) => html`
  <li>
    ${Claim(row, `/claims/${row.id}/place`)}
    ${Facts('its words were not found in the newest version')}
  </li>`

/** A claim that two people judge, and on which this person’s verdict is missing. */
export const WantedLine = (row: DeskClaim) => html`
  <li>
    ${Claim(row, `/claims/${row.id}`)}
    ${Facts('nobody sees it before both verdicts are in', row.dueOn && Due(row.dueOn))}
  </li>`

/** A verdict of the person that came back, with the reason. */
export const ReturnedLine = (row: DeskVerdict) => html`
  <li>
    ${Claim(row, `/claims/${row.id}#verdict-${row.verdictId}`)}
    <p class="soft"><span dir="auto">${row.person}</span>: <q dir="auto">${row.reason}</q></p>
  </li>`

/** A verdict of a colleague that waits for a second person. */
export const ReviewLine = (row: DeskVerdict) => html`
  <li>
    ${Claim(row, `/verdicts/${row.verdictId}/review`)}
    <p>${RatingBadge(row.rating)} <span class="soft">by <span dir="auto">${row.person}</span>, ${Day(row.givenAt)}${row.evidenceCount === 0 && ' · no evidence'}</span></p>
  </li>`

/** Two independent verdicts that are in: the same, to be agreed on, or different, to be decided between. */
export const SettleLine = (row: DeskRound) => html`
  <li>
    ${Claim(row, `/claims/${row.id}/rounds/${row.roundId}`)}
    ${
      row.isSame
        ? html`<p>${RatingBadge(row.firstRating)} <span class="soft">by both <span dir="auto">${row.first.name}</span> and <span dir="auto">${row.second.name}</span></span></p>`
        : html`<p>${RatingBadge(row.firstRating)} <span class="soft">by <span dir="auto">${row.first.name}</span>,</span> ${RatingBadge(row.secondRating)} <span class="soft">by <span dir="auto">${row.second.name}</span></span></p>`
    }
  </li>`

/** A claim that rests on something that was corrected. */
export const FlagLine = (row: OpenFlag) => html`
  <li>
    ${Claim(row, `/claims/${row.id}`)}
    <p class="soft">${row.why === 'cites' ? 'It rests on the decision about' : 'It shares a source with'} <a href="/claims/${row.corrected.id}">claim ${claimNumber(row.corrected)}</a>, which had a ${correctionWords[row.kind].toLowerCase()}.</p>
  </li>`

/** A correction of a published decision that somebody else asks for. */
export const ProposalLine = (row: OpenProposal) => html`
  <li>
    ${Claim(row, `/proposals/${row.proposalId}/review`)}
    <p class="soft">${correctionWords[row.kind]}, asked for by <span dir="auto">${row.author}</span>: <q dir="auto">${row.note}</q></p>
  </li>`

/** An error that a reader reported. */
export const ReportedLine = (row: ErrorReport) => html`
  <li>
    <a href="/reported/${row.id}" dir="auto">${short(row)}</a>
    <p class="soft">${Day(row.createdAt)} · ${About(row)}</p>
  </li>`
