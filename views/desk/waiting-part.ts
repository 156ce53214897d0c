import type { DeskArticle, Few, Waiting } from '../../server/desk/desk.ts'
import { type Html, html } from '../html.ts'
import {
  CheckLine,
  FlagLine,
  LostLine,
  ProposalLine,
  OverdueLine,
  ReportedLine,
  ReturnedLine,
  ReviewLine,
  SettleLine,
  WantedLine,
} from './waiting-lines.ts'

/** What waits for a person, the most pressing first. Nothing at all says what to do. */
export const WaitingPart = (waiting: Waiting, next: DeskArticle | undefined): Html => {
  const parts = [
    Part({
      id: 'overdue',
      title: 'Overdue',
      few: waiting.overdue,
      line: OverdueLine,
      rest: '/claims?assignee=me&due=overdue',
    }),
    Part({
      id: 'returned',
      title: 'Returned to you',
      few: waiting.returned,
      line: ReturnedLine,
      rest: '/claims?state=checking',
    }),
    Part({ id: 'lost', title: 'Find their place', few: waiting.lost, line: LostLine, rest: '/articles' }),
    Part({ id: 'flagged', title: 'Look again', few: waiting.flagged, line: FlagLine, rest: '/claims?assignee=me' }),
    Part({
      id: 'to-settle',
      title: 'To settle',
      few: waiting.toSettle,
      line: SettleLine,
      rest: '/claims?state=in_review',
    }),
    Part({
      id: 'to-correct',
      title: 'Corrections to approve',
      few: waiting.toCorrect,
      line: ProposalLine,
      rest: '/claims?state=published',
    }),
    Part({ id: 'reported', title: 'Reported errors', few: waiting.reported, line: ReportedLine, rest: '/reported' }),
    Part({
      id: 'to-review',
      title: 'To review',
      few: waiting.toReview,
      line: ReviewLine,
      rest: '/claims?state=in_review',
    }),
    Part({
      id: 'wanted',
      title: 'Your independent verdict is wanted',
      few: waiting.wanted,
      line: WantedLine,
      rest: '/claims?state=checking',
    }),
    Part({ id: 'to-check', title: 'To check', few: waiting.toCheck, line: CheckLine, rest: '/claims?assignee=me' }),
  ].filter((part) => part !== false)
  return parts.length > 0 ? html`${parts}` : NothingWaits(next)
}

type List<T extends { id: number }> = { id: string; title: string; few: Few<T>; line: (row: T) => Html; rest: string }

function Part<T extends { id: number }>({ id, title, few: { rows, more }, line, rest }: List<T>): Html | false {
  if (rows.length === 0) return false
  return html`
    <section aria-labelledby="${id}-title">
      <h2 id="${id}-title">${title} <span class="soft number">${rows.length}${more && '+'}</span></h2>
      <ul class="waiting">${rows.map((row) => line(row))}</ul>
      ${more && html`<p><a href="${rest}">See them all</a></p>`}
    </section>`
}

const NothingWaits = (next: DeskArticle | undefined) => html`<section aria-labelledby="waiting-title">
  <h2 id="waiting-title">Nothing waits for you</h2>
  <div class="empty">
    <p>Claims that you take, verdicts of colleagues that need a second person, and your own verdicts that came back are listed here.</p>
    <p>${next ? html`Open <a href="/articles/${next.id}" lang="${next.language}" dir="auto">${next.title}</a> and look for claims` : html`<a href="/articles/new">Take in an article</a> and look for claims`}, or <a href="/claims?assignee=none">take a claim that nobody has</a>.</p>
  </div>
</section>`
