import type { VerdictItem } from '../../server/verdicts/verdict.ts'
import { basisWords } from '../../server/verdicts/words.ts'
import { DiscussLink } from '../comments/discuss-link.ts'
import { html } from '../html.ts'
import { Markdown } from '../markdown.ts'
import { Day, When } from '../parts/when.ts'
import { RatingBadge } from '../parts/rating-badge.ts'

/** What a verdict says: rating, rationale, and the explanation behind it. */
export const Finding = ({ verdict }: { verdict: VerdictItem }) => html`
  <p class="finding">${RatingBadge(verdict.rating)} ${verdict.discussion && DiscussLink({ ...verdict.discussion, on: 'verdict', id: verdict.id, name: `verdict ${verdict.number}` })}</p>
  <p class="rationale" dir="auto">${verdict.rationale}</p>
  ${verdict.explanation && Explanation(verdict.explanation)}
  ${verdict.overrideReason && html`<p class="override">Given although something was missing by the newsroom’s rules: <q dir="auto">${verdict.overrideReason}</q></p>`}
  ${verdict.departure && Departs(verdict.departure)}`

const Departs = ({ claimId, outsideId, ratingLabel, reason }: NonNullable<VerdictItem['departure']>) =>
  html`<p class="override">Differs from <a href="${claimId === null ? `/checks/${outsideId}` : `/claims/${claimId}`}">an earlier check</a>, rated “${ratingLabel}”: <q dir="auto">${reason}</q></p>`

// A long one is folded away: the rationale is what is printed.
const Explanation = (text: string) =>
  text.length > 600
    ? html`<details class="explanation"><summary>Explanation</summary>${Markdown(text)}</details>`
    : html`<div class="explanation">${Markdown(text)}</div>`

/** Who gave the verdict, and when. */
export const By = (verdict: VerdictItem) =>
  html`Verdict ${verdict.number}, given by <span dir="auto">${verdict.author.name}</span>, ${When(verdict.createdAt)}`

/** What became of a verdict, in words. */
export const Fate = (verdict: VerdictItem) => {
  const { review, decision } = verdict
  const reviewed =
    review &&
    html` ${review.outcome === 'approved' ? 'Approved' : 'Returned'} by <span dir="auto">${review.reviewer.name}</span>, ${Day(review.createdAt)}.`
  return html`${decision && html` Decision ${decision.number}: ${basisWords[decision.basis]}.`}${reviewed}${review?.reason && html` <q dir="auto">${review.reason}</q>`}`
}
