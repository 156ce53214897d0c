import { type Person, can } from '../../server/accounts/permissions.ts'
import { claimNumber, stateWords } from '../../server/claims/words.ts'
import type { Citations, CitedClaim } from '../../server/corrections/citation.ts'
import { html } from '../html.ts'
import { Field, FormMessage, Hidden } from '../parts/field.ts'
import { RatingBadge } from '../parts/rating-badge.ts'
import { type Typed, fresh } from '../parts/typed.ts'

type Shown = { claimId: number; citations: Citations; person: Person; typed: Typed | undefined }

/** The earlier checks that a claim rests on, the claims that rest on it, and the form that names another. */
export const EarlierChecks = ({ claimId, citations, person, typed }: Shown) => {
  const { cited, citing } = citations
  const mayEdit = can(person, 'citation.edit')
  if (!mayEdit && cited.length + citing.length === 0) return false
  return html`<section aria-labelledby="earlier-checks-title">
    <h2 id="earlier-checks-title">What this check rests on</h2>
    ${cited.length > 0 && html`<h3>Rests on</h3><ul class="cited">${cited.map((claim) => Line({ claim, claimId, removable: mayEdit }))}</ul>`}
    ${citing.length > 0 && html`<h3>Rest on this one</h3><ul class="cited">${citing.map((claim) => Line({ claim, claimId, removable: false }))}</ul>`}
    ${mayEdit && Add({ claimId, typed: typed ?? fresh(), isFirst: cited.length === 0 })}
  </section>`
}

type One = { claim: CitedClaim; claimId: number; removable: boolean }

const Line = ({ claim, claimId, removable }: One) => html`
  <li>
    <p><a href="/claims/${claim.id}" dir="auto">${claim.statement}</a></p>
    <p class="soft"><span class="number">Claim ${claimNumber(claim)}</span> · ${claim.rating ? RatingBadge(claim.rating) : stateWords[claim.state]}</p>
    ${removable && html`<form class="no-print" method="post" action="/claims/${claimId}/citations/removal">${Hidden('cited', claim.id)}<button class="plain">Take it off<span class="unseen"> (claim ${claimNumber(claim)})</span></button></form>`}
  </li>`

type New = { claimId: number; typed: Typed; isFirst: boolean }

const Add = ({ claimId, typed, isFirst }: New) => {
  const scoped = { ...typed, scope: `citation-${claimId}` }
  return html`<details class="no-print" ${Object.keys(typed.problems).length > 0 && html`open`}>
    <summary>${isFirst ? 'Name an earlier check …' : 'Name another …'}</summary>
    <form method="post" action="/claims/${claimId}/citations">
      ${FormMessage({ typed: scoped })}
      ${Field({ name: 'cited', label: 'Number of the earlier claim', typed: scoped, required: true, placeholder: '3-12', max: 40, hint: 'It stands at the top of its page, such as 3-12. If that decision is corrected, this claim is flagged.' })}
      <button>Note it</button>
    </form>
  </details>`
}
