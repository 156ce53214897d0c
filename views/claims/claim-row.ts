import type { ListRow } from '../../server/claims/list.ts'
import { priorityWords } from '../../server/claims/words.ts'
import { html } from '../html.ts'
import { type Around, Cells, Claimant } from './claim-columns.ts'

/** One claim of the list: a row of the table, a card on a small screen. */
export const ClaimRow = (row: ListRow, around: Around) => html`<tr id="claim-${row.id}">
${around.mayChange && Box(row)}<td class="no">${row.articleId}-${row.number}</td>
<td class="what"><a href="/claims/${row.id}" dir="auto">${row.statement}</a>${!around.columns.includes('priority') && Priority(row)}${!around.columns.includes('claimant') && Claimant(row)}</td>
${Cells(row, around)}</tr>
`

const Box = ({ id, articleId, number }: ListRow) =>
  html`<td class="box"><label><input type="checkbox" name="claim" value="${id}" form="bulk" /><span class="unseen">Claim ${articleId}-${number}</span></label></td>
`

const Priority = ({ priority }: ListRow) =>
  priority !== 2 && html` <span class="priority p${priority}">${priorityWords[priority]} priority</span>`
