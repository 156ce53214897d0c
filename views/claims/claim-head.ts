import type { ClaimRecord } from '../../server/claims/claim.ts'
import { claimNumber, stateWords } from '../../server/claims/words.ts'
import { html } from '../html.ts'
import { Icon } from '../parts/icon.ts'
import { RatingBadge } from '../parts/rating-badge.ts'

/** The number of a claim, where it stands, and the decision on it. */
export const ClaimLine = (claim: ClaimRecord) => html`
  <p class="claim-line">
    <span class="number">Claim ${claimNumber(claim)}</span>
    <span class="state">${stateWords[claim.state]}</span>
    ${claim.rating && RatingBadge(claim.rating)}
  </p>`

/** Why a claim is not checked, on claims that are set aside. */
export const SetAside = (claim: ClaimRecord) =>
  claim.state === 'set_aside' &&
  html`<p class="set-aside-note">${Icon('ban')} Set aside: <span dir="auto">${claim.setAsideReason}</span></p>`
