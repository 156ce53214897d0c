import { claimNumber, priorityWords } from '../../server/claims/words.ts'
import type { DeskArticle, DeskClaim, DeskVerdict, Waiting } from '../../server/desk/desk.ts'
import { type Html, html } from '../html.ts'
import { partialDateWords } from '../../server/partial-date.ts'
import { RatingBadge } from '../parts/rating-badge.ts'
import { Day } from '../parts/when.ts'

/** Three lists: what came back, what others wait for, what there is to check. Nothing at all says what to do. */
export const WaitingPart = ({ returned, toReview, toCheck }: Waiting, next: DeskArticle | undefined): Html => {
  if (returned.rows.length + toReview.rows.length + toCheck.rows.length === 0) return NothingWaits(next)
  return html`
    ${returned.rows.length > 0 && Part({ id: 'returned', title: 'Returned to you', rows: returned.rows.map(ReturnedLine), rest: returned.more && '/claims?state=checking' })}
    ${toReview.rows.length > 0 && Part({ id: 'to-review', title: 'To review', rows: toReview.rows.map(ReviewLine), rest: toReview.more && '/claims?state=in_review' })}
    ${toCheck.rows.length > 0 && Part({ id: 'to-check', title: 'To check', rows: toCheck.rows.map(CheckLine), rest: toCheck.more && '/claims?assignee=me' })}`
}

type List = { id: string; title: string; rows: Html[]; rest: string | false }

const Part = ({ id, title, rows, rest }: List) => html`
  <section aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title} <span class="soft number">${rows.length}${rest && '+'}</span></h2>
    <ul class="waiting">${rows}</ul>
    ${rest && html`<p><a href="${rest}">See them all</a></p>`}
  </section>`

const Claim = (claim: DeskClaim, href: string) => html`
  <a href="${href}" dir="auto">${claim.statement}</a>
  <p class="soft"><span class="number">${claimNumber(claim)}</span> · <span dir="auto">${claim.articleTitle}</span></p>`

const ReturnedLine = (row: DeskVerdict) => html`
  <li>
    ${Claim(row, `/claims/${row.id}#verdict-${row.verdictId}`)}
    <p class="soft"><span dir="auto">${row.person}</span>: <q dir="auto">${row.reason}</q></p>
  </li>`

const ReviewLine = (row: DeskVerdict) => html`
  <li>
    ${Claim(row, `/verdicts/${row.verdictId}/review`)}
    <p>${RatingBadge(row.rating)} <span class="soft">by <span dir="auto">${row.person}</span>, ${Day(row.givenAt)}${row.evidenceCount === 0 && ' · no evidence'}</span></p>
  </li>`

const CheckLine = (row: DeskClaim) => html`
  <li>
    ${Claim(row, `/claims/${row.id}`)}
    ${Urgency(row)}
  </li>`

const Urgency = ({ priority, dueOn, evidenceCount }: DeskClaim) => {
  const facts = [
    priority !== 2 && `${priorityWords[priority]} priority`,
    dueOn && html`due <time datetime="${dueOn}">${partialDateWords(dueOn)}</time>`,
    evidenceCount === 0 && 'no evidence yet',
  ].filter(Boolean)
  return (
    facts.length > 0 &&
    html`<p class="soft urgency">${facts.map((fact, index) => html`${index > 0 && ' · '}${fact}`)}</p>`
  )
}

const NothingWaits = (next: DeskArticle | undefined) => html`<section aria-labelledby="waiting-title">
  <h2 id="waiting-title">Nothing waits for you</h2>
  <div class="empty">
    <p>Claims that you take, verdicts of colleagues that need a second person, and your own verdicts that came back are listed here.</p>
    <p>${next ? html`Open <a href="/articles/${next.id}" lang="${next.language}" dir="auto">${next.title}</a> and look for claims` : html`<a href="/articles/new">Take in an article</a> and look for claims`}, or <a href="/claims?assignee=none">take a claim that nobody has</a>.</p>
  </div>
</section>`
