import { type Person, can } from '../../server/accounts/permissions.ts'
import { claimNumber, stateWords } from '../../server/claims/words.ts'
import type { RelationItem, Relations } from '../../server/precedents/relation.ts'
import { relationKinds, relationWords, relationWordsBack } from '../../server/precedents/words.ts'
import { partialDateWords } from '../../server/values/partial-date.ts'
import { type Html, html } from '../html.ts'
import { Choice, Field, FormMessage, worded } from '../parts/field.ts'
import { RatingBadge } from '../parts/rating-badge.ts'
import { type Typed, fresh } from '../parts/typed.ts'
import { Day } from '../parts/when.ts'

type Panel = { claimId: number; person: Person; relations: Relations; typed?: Typed }

/** What a claim is to others and they to it, how often it was said since it was checked, and the form that notes more. */
export const RelationPanel = ({ claimId, person, relations, typed }: Panel): Html | false => {
  const mayEdit = can(person, 'relation.edit')
  if (!mayEdit && relations.all.length === 0) return false
  return html`<section class="relations" id="relations-${claimId}" aria-labelledby="relations-${claimId}-title">
    <h2 id="relations-${claimId}-title">Related claims</h2>
    ${SaidAgain(relations)}
    ${relations.all.length > 0 && html`<ul class="related">${relations.all.map((item) => Line(item, claimId, mayEdit))}</ul>`}
    ${mayEdit && Add(claimId, typed ?? fresh())}
  </section>`
}

const SaidAgain = ({ saidAgain }: Relations) =>
  saidAgain.length > 0 &&
  html`<p class="said-again"><b>Said ${saidAgain.length === 1 ? 'once' : `${saidAgain.length} times`} since we checked it</b>: ${saidAgain.map(
    ({ claimant, saidOn, claim }, at) =>
      html`${at > 0 && '; '}<a href="/claims/${claim.id}">${partialDateWords(saidOn)}</a>${claimant && html` by <span dir="auto">${claimant}</span>`}`,
  )}.</p>`

const Line = (
  { id, kind, named, claim, rating, addedBy, createdAt }: RelationItem,
  claimId: number,
  mayEdit: boolean,
) => html`
  <li id="relation-${id}">
    <p><b>${(named ? relationWords : relationWordsBack)[kind]}</b> <span class="number">claim ${claimNumber(claim)}</span>: <a href="/claims/${claim.id}" dir="auto">${claim.statement}</a></p>
    <p class="soft">${rating ? RatingBadge(rating) : stateWords[claim.state]} · noted by <span dir="auto">${addedBy}</span>, ${Day(createdAt)}</p>
    ${mayEdit && html`<div class="links no-print">${named && (kind === 'repeats' || kind === 'duplicate') && html`<a href="/claims/${claimId}/carrying?from=${claim.id}">Carry its evidence over</a>`} <form method="post" action="/relations/${id}/withdrawal"><button class="plain">Take it back<span class="unseen"> (claim ${claimNumber(claim)})</span></button></form></div>`}
  </li>`

const Add = (claimId: number, given: Typed) => {
  const typed = { ...given, scope: `relation-${claimId}` }
  return html`<details class="relate no-print" ${Object.keys(typed.problems).length > 0 && html`open`}>
    <summary>What this claim is to another …</summary>
    <form class="form" method="post" action="/claims/${claimId}/relations">
      ${FormMessage({ typed })}
      ${Choice({ name: 'kind', label: 'This claim', typed, options: worded(relationKinds, relationWords) })}
      ${Field({ name: 'other', label: 'Number of the other claim', typed, required: true, placeholder: '3-12', max: 40, hint: 'It stands at the top of its page, such as 3-12.' })}
      <button>Note it</button>
    </form>
  </details>`
}
