import type { ClaimMark } from '../../server/claims/claim.ts'
import { stateWords } from '../../server/claims/words.ts'
import { html } from '../html.ts'
import { RatingBadge } from '../parts/rating-badge.ts'

/** Every claim of the article as a list, in the order of the text: for reading on, for printing, for finding a number. */
export const ClaimIndex = ({ articleId, claims }: { articleId: number; claims: readonly ClaimMark[] }) =>
  claims.length > 0 &&
  html`<section class="claim-index" id="claim-index" aria-labelledby="claim-index-title">
    <h2 id="claim-index-title">Claims in this article</h2>
    <ol>${claims.map((claim) => Entry(claim, articleId))}</ol>
  </section>`

const Entry = (claim: ClaimMark, articleId: number) =>
  html`<li class="tone-${claim.rating?.tone ?? 'undecided'}"><a class="number" href="/articles/${articleId}?claim=${claim.id}#claim-${claim.id}" aria-label="Claim ${claim.number}">${claim.number}</a><span dir="auto">${claim.statement}</span> ${claim.rating ? RatingBadge(claim.rating) : html`<span class="soft">${stateWords[claim.state]}</span>`}</li>`
