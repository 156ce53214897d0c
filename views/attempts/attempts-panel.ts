import { type Person, can } from '../../server/accounts/permissions.ts'
import type { Attempt } from '../../server/attempts/attempt.ts'
import { inOrder } from '../../server/attempts/states.ts'
import type { ClaimRecord } from '../../server/claims/claim.ts'
import { type Html, html } from '../html.ts'
import type { Typed } from '../parts/typed.ts'
import { AttemptForm } from './attempt-form.ts'
import { AttemptItem } from './attempt-item.ts'

type Panel = {
  claim: Pick<ClaimRecord, 'id' | 'claimant'>
  attempts: readonly Attempt[]
  person: Person
  /** A date in UTC. */
  today: string
  /** What the form begins with. */
  typed: Typed
}

/** Whom we asked about a claim, and what came back: what is open first, what was withdrawn folded away at the end. */
export const AttemptsPanel = ({ claim, attempts, person, today, typed }: Panel): Html => {
  const standing = inOrder(attempts.filter(({ withdrawnAt }) => withdrawnAt === null))
  const withdrawn = attempts.filter(({ withdrawnAt }) => withdrawnAt !== null)
  return html`<section class="replies" id="attempts-${claim.id}" aria-labelledby="attempts-${claim.id}-title">
    <h2 id="attempts-${claim.id}-title">Right of reply</h2>
    ${standing.every(({ purpose }) => purpose !== 'reply') && html`<p class="${standing.length > 0 ? 'soft' : 'empty'}">${nobodyAsked(claim)}</p>`}
    ${standing.length > 0 && html`<ul class="attempts">${standing.map((attempt) => AttemptItem({ attempt, today, person }))}</ul>`}
    ${withdrawn.length > 0 && Withdrawn(withdrawn, today, person)}
    ${can(person, 'attempt.add') && NewAttempt(claim.id, typed)}
  </section>`
}

const nobodyAsked = ({ claimant }: Panel['claim']) =>
  claimant
    ? 'Nobody has asked the claimant yet.'
    : 'No claimant is named on this claim, and nobody else was asked for their side yet.'

const Withdrawn = (attempts: readonly Attempt[], today: string, person: Person) => html`
  <details>
    <summary>${attempts.length === 1 ? 'One withdrawn entry' : `${attempts.length} withdrawn entries`}</summary>
    <ul class="attempts">${attempts.map((attempt) => AttemptItem({ attempt, today, person }))}</ul>
  </details>`

const NewAttempt = (claimId: number, typed: Typed) => html`
  <details class="no-print">
    <summary>Note whom you asked</summary>
    ${AttemptForm({ action: `/claims/${claimId}/attempts`, claimId, typed, send: 'Note it' })}
    <p class="hint">Did you ask the outlet to correct what it published? Note that here too: <a href="/claims/${claimId}/attempts/new?purpose=correction">a request to correct</a>.</p>
  </details>`
