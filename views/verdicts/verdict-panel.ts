import { type Person, can } from '../../server/accounts/permissions.ts'
import type { ClaimRecord } from '../../server/claims/claim.ts'
import type { VerdictItem } from '../../server/verdicts/verdict.ts'
import { html } from '../html.ts'
import { RatingBadge } from '../parts/rating-badge.ts'

type Panel = { claim: Pick<ClaimRecord, 'id' | 'state'>; verdicts: VerdictItem[]; person: Person }

/** What has been found on a claim: the decision, what waits for review, what was found before. */
export const VerdictPanel = ({ claim, verdicts, person }: Panel) => html`
  <section class="verdicts" id="verdicts-${claim.id}" aria-labelledby="verdicts-${claim.id}-title">
    <h3 id="verdicts-${claim.id}-title">Verdict</h3>
    ${verdicts.map((verdict) => html`<p>${RatingBadge(verdict.rating)} <span dir="auto">${verdict.rationale}</span></p>`)}
    ${can(person, 'verdict.give') && html`<a class="button" href="/claims/${claim.id}/verdicts/new" data-hotkey="v">Give a verdict</a>`}
  </section>`
