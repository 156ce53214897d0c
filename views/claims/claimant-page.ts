import { type Person, can } from '../../server/accounts/permissions.ts'
import type { KnownClaimant } from '../../server/claims/claimant.ts'
import {
  type ClaimState,
  claimNumber,
  claimantKindWords,
  claimantKinds,
  stateWords,
} from '../../server/claims/words.ts'
import { counted } from '../../server/values/count.ts'
import { type Html, html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { Choice, Field, FormMessage, Hidden, worded } from '../parts/field.ts'
import { RatingBadge, type ShownRating } from '../parts/rating-badge.ts'
import { type Typed, versionOf } from '../parts/typed.ts'

type Said = {
  id: number
  articleId: number
  number: number
  statement: string
  state: ClaimState
  rating: ShownRating | null
}

type Page = {
  shell: Shell
  person: Person
  claimant: KnownClaimant
  counts: { made: number; reported: number }
  newest: readonly Said[]
  typed: Typed
}

/** Who says things: their claims, and the form that corrects name and role everywhere. */
export const ClaimantPage = (page: Page): Html => {
  const { shell, person, claimant, counts } = page
  const main = html`
    ${Crumb({ href: '/claimants', name: 'Claimants' })}
    <h1 dir="auto">${claimant.name}</h1>
    ${claimant.role ? html`<p dir="auto">${claimant.role}</p>` : html`<p class="soft">No role is written down.</p>`}
    ${Known(claimant)}
    <p class="links">
      ${counts.made > 0 && html`<a href="/claims?claimant=${claimant.id}&amp;state=all">${counted(counts.made, 'claim')} made</a>`}
      ${counts.reported > 0 && html`<a href="/claims?reported_by=${claimant.id}&amp;state=all">${counted(counts.reported, 'claim')} carried for others</a>`}
    </p>
    ${Newest(page)} ${can(person, 'claimant.edit') && Edit(page)}`
  return Layout({ shell, title: claimant.name, main })
}

const Known = ({ kind, sameAs }: KnownClaimant) =>
  (kind !== null || sameAs !== null) &&
  html`<p>${[kind && claimantKindWords[kind], sameAs !== null && html`<a href="${sameAs}" rel="noopener noreferrer" dir="ltr">${sameAs}</a>`].filter(Boolean).flatMap((one, at) => (at > 0 ? [' · ', one] : [one]))}</p>`

const Newest = ({ newest, counts }: Page) =>
  newest.length > 0
    ? html`<h2>${newest.length < counts.made ? 'The newest claims' : 'Claims'}</h2>
        <ul class="said">
          ${newest.map((claim) => html`<li><span class="number">${claimNumber(claim)}</span> <a href="/claims/${claim.id}" dir="auto">${claim.statement}</a> ${claim.rating ? RatingBadge(claim.rating) : html`<span class="state">${stateWords[claim.state]}</span>`}</li>`)}
        </ul>`
    : counts.reported === 0 && html`<p class="empty">No claim names this claimant (any more).</p>`

const Edit = ({ claimant, typed }: Page) => html`
  <h2>Correct what is said of them</h2>
  <form class="form" method="post" action="/claimants/${claimant.id}">
    ${FormMessage({ typed })} ${Hidden('version', versionOf(typed))}
    <div class="row">
      ${Field({ typed, name: 'name', label: 'Name', required: true, max: 200 })}
      ${Field({ typed, name: 'role', label: 'Role', max: 200, hint: 'As it was when they said it' })}
    </div>
    <div class="row">
      ${Choice({ typed, name: 'kind', label: 'Person or organisation', options: worded(claimantKinds, claimantKindWords), none: 'Not said', hint: 'Search engines and other fact-checkers are told who said it only when this is said: nothing is guessed' })}
      ${Field({ typed, name: 'sameAs', label: 'Wikidata or Wikipedia address', type: 'url', max: 2_000, hint: 'The page about exactly this claimant, so that nobody of the same name is taken for them' })}
    </div>
    <p class="hint">This changes every claim that names this claimant. Did somebody’s role change? Write the new role on their next claim: it becomes a claimant of its own. What readers were told stays as it was until the claim’s public page is brought up to date.</p>
    <p class="actions"><button class="main">Save</button></p>
  </form>`
