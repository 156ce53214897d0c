import type { ListRow } from '../../server/claims/list.ts'
import { priorityWords, stateWords } from '../../server/claims/words.ts'
import { partialDateWords } from '../../server/partial-date.ts'
import { type Html, html } from '../html.ts'
import { RatingBadge } from '../parts/rating-badge.ts'

/** What rows of one page share: today's date, the badge of each rating by its id, whether claims can be ticked to be changed. */
export type Around = { today: string; badges: Map<number, Html>; mayChange: boolean }

/** One claim of the list: a row of the table, a card on a small screen. */
export const ClaimRow = (row: ListRow, around: Around) => html`<tr id="claim-${row.id}">
${around.mayChange && Box(row)}<td class="no">${row.articleId}-${row.number}</td>
<td class="what"><a href="/claims/${row.id}" dir="auto">${row.statement}</a>${Priority(row)}${Claimant(row)}</td>
<td class="where"><a href="/claims?article=${row.articleId}" dir="auto">${row.articleTitle}</a>${row.outlet && html` <span class="soft"><bdi>${row.outlet}</bdi></span>`}</td>
<td class="rated">${row.ratingId === null ? unrated : around.badges.get(row.ratingId)}</td>
<td class="in-state"><span class="state">${stateWords[row.state]}</span></td>
<td class="whose" dir="auto">${row.assignee ?? nobody}</td>
<td class="due">${Due(row, around.today)}</td>
<td class="count">${row.evidenceCount}</td>
</tr>
`

const Box = ({ id, articleId, number }: ListRow) =>
  html`<td class="box"><label><input type="checkbox" name="claim" value="${id}" form="bulk" /><span class="unseen">Claim ${articleId}-${number}</span></label></td>
`

const unrated = RatingBadge(null)
const nobody = html`<span class="soft">Nobody</span>`

const Priority = ({ priority }: ListRow) =>
  priority !== 2 && html` <span class="priority p${priority}">${priorityWords[priority]} priority</span>`

const Claimant = ({ claimantId, claimant }: ListRow) =>
  claimantId !== null && html`<a class="who" href="/claims?claimant=${claimantId}" dir="auto">${claimant}</a>`

const finished = new Set(['decided', 'published', 'set_aside'])

const Due = ({ dueOn, state }: ListRow, today: string) =>
  dueOn !== null &&
  html`<time datetime="${dueOn}">${partialDateWords(dueOn)}</time>${dueOn < today && !finished.has(state) && overdue}`

const overdue = html` <b class="overdue">overdue</b>`
