import type { Person } from '../../server/accounts/permissions.ts'
import { can } from '../../server/accounts/permissions.ts'
import type { ClaimRecord } from '../../server/claims/claim.ts'
import { type Html, html } from '../html.ts'
import { Icon } from '../parts/icon.ts'
import { StandingNote } from '../versions/standing.ts'
import { SaidFacts } from './claim-facts.ts'
import { ClaimLine, SetAside } from './claim-head.ts'

type Card = { claim: ClaimRecord; ledger: Html; verdict: Html; person: Person }

/** A claim as it stands beside its article; the quote is in the text, so it is not repeated. */
export const ClaimCard = ({ claim, ledger, verdict, person }: Card): Html => html`
  <section class="claim-card" id="claim-${claim.id}" aria-labelledby="claim-${claim.id}-title">
    ${ClaimLine(claim)}
    <h2 id="claim-${claim.id}-title" dir="auto">${claim.statement}</h2>
    ${SetAside(claim)} ${StandingNote(claim, person)}
    <dl class="facts">${SaidFacts(claim)} ${claim.assignee && html`<dt>Assigned to</dt><dd dir="auto">${claim.assignee.name}</dd>`}</dl>
    ${verdict} ${ledger}
    <p class="card-links">
      <a href="/claims/${claim.id}">${Icon('file-text')} Open the record</a>
      ${can(person, 'claim.edit') && html`<a href="/claims/${claim.id}/edit">${Icon('pencil')} Edit</a>`}
    </p>
  </section>`
