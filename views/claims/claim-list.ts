import { type Person, can } from '../../server/accounts/permissions.ts'
import type { ColumnKey } from '../../server/claims/column-words.ts'
import {
  type Filter,
  type Plain,
  type Sort,
  filterQuery,
  isDown,
  listAddress,
  plainSort,
  turned,
} from '../../server/claims/filter.ts'
import type { ClaimList } from '../../server/claims/list.ts'
import type { SavedList } from '../../server/lists/list.ts'
import { ExportForm } from '../exports/export-form.ts'
import { type Html, html } from '../html.ts'
import { SavedLists } from '../lists/saved-lists.ts'
import { type Shell, Layout } from '../layout.ts'
import { RatingBadge } from '../parts/rating-badge.ts'
import { BulkForm } from '../bulk/bulk-form.ts'
import { FacetsPlace } from './claim-facets.ts'
import { Chips, ClaimFilters } from './claim-filters.ts'
import { headOf } from './claim-columns.ts'
import { ClaimRow } from './claim-row.ts'
import { ListKeys } from './list-keys.ts'
import { ColumnForm } from './column-form.ts'

/** What the page links to before and after, as they stand in an address. */
export type Places = { previous: string | null; next: string | null; isFirst: boolean }

type Shown = { list: ClaimList; places: Places; viewer: Person; lists: readonly SavedList[] }

/** The whole page of claims. */
export const ClaimListPage = ({ shell, ...shown }: Shown & { shell: Shell }) =>
  Layout({
    shell,
    title: 'Claims',
    wide: true,
    main: html`<h1>Claims</h1><p class="links"><a href="/precedents">Has this been checked?</a> <a href="/checks">Checks of other publishers</a>${can(shown.viewer, 'import.run') && html` <a href="/imports">Imports</a>`} <button type="button" class="plain needs-script" data-open="keys">Keys <kbd>?</kbd></button></p>${ClaimFilters(shown.list, shown.viewer)}${ClaimListPart(shown)}${ListKeys}`,
  })

/** The list itself with all that depends on the filter. */
export const ClaimListPart = ({ list, places, viewer, lists }: Shown): Html => html`
  <section id="claim-list" aria-label="List">
    ${list.problems.map((problem) => html`<p class="message problem">${problem}</p>`)}
    ${SavedLists({ lists, filter: list.filter, viewer })} ${Chips(list)}
    <div class="claims-head">
      <p role="status">${Total(list)}</p>
      ${ColumnForm(list)}
      ${list.rows.length > 0 && ExportForm({ file: 'claims', filter: filterQuery(list.filter) })}
    </div>
    <div class="claims-beside">
      ${FacetsPlace(list)}
      <div>
        ${list.rows.length > 0 ? Table(list, viewer) : Empty(list)}
        ${Pages(list, places)}
        ${list.rows.length > 0 && can(viewer, 'claim.take') && BulkForm(list, viewer)}
      </div>
    </div>
  </section>`

const orders: Record<Sort, string> = {
  newest: 'newest first',
  oldest: 'oldest first',
  changed: 'last changed first',
  due: 'by due date',
  priority: 'by priority',
  number: 'by article and number',
  '-changed': 'those unchanged for longest first',
  '-due': 'by due date, the last first',
  '-priority': 'by priority, low first',
  '-number': 'by article and number, the last first',
  statement: 'by statement',
  '-statement': 'by statement, from the end of the alphabet',
  claimant: 'by claimant',
  '-claimant': 'by claimant, from the end of the alphabet',
  assignee: 'by who has them',
  '-assignee': 'by who has them, those of nobody first',
  rating: 'by verdict, false first',
  '-rating': 'by verdict, those without one first',
  state: 'by state',
  '-state': 'by state, published first',
  evidence: 'most evidence first',
  '-evidence': 'least evidence first',
  decided: 'last decided first',
  published: 'last published first',
}

const Total = ({ total, filter }: ClaimList) => {
  const { count, more } = total
  const number = `${count < 1_000 ? count : '1,000'}${more ? '+' : ''}`
  const aside = listAddress('/claims', { ...filter, state: 'all' })
  return html`<b>${number} ${count === 1 ? 'claim' : 'claims'}</b>, ${orders[filter.sort]}${filter.state === null && html`. Those set aside are left out: <a href="${aside}">show them too</a>`}`
}

const Table = (list: ClaimList, viewer: Person) => {
  const { rows, ratings, today, filter, columns } = list
  const mayChange = can(viewer, 'claim.take')
  const badges = new Map(ratings.map((rating) => [rating.id, RatingBadge(rating)]))
  return html`<div class="claims-table"><table class="claims">
    <caption class="unseen">Claims</caption>
    <thead><tr>${mayChange && BoxHead}${Head(filter, { label: 'No.', sort: 'number' })}${Head(filter, { label: 'Claim', sort: 'statement' })}${columns.map((key) => Head(filter, headFor(key, viewer)))}</tr></thead>
    <tbody>${rows.map((row) => ClaimRow(row, { today, mayChange, badges, columns }))}</tbody>
  </table></div>`
}

type HeadWords = { label: string; sort: Plain<Sort> | undefined; name?: string }

// An order by the number of all evidence would tell those who see a part of it.
function headFor(key: ColumnKey, viewer: Person): HeadWords {
  const head = headOf(key)
  return key === 'evidence' && !can(viewer, 'source.seeConfidential') ? { ...head, sort: undefined } : head
}

// A column that the list is sorted by leads to the same order from its other end.
const Head = (filter: Filter, { label, sort, name }: HeadWords) => {
  if (sort === undefined) return html`<th scope="col" class="${name === 'count' && name}">${label}</th>`
  const isThis = plainSort(filter.sort) === sort
  const next = (filter.sort === sort && turned(sort)) || sort
  return html`<th scope="col" class="${name === 'count' && name}" ${isThis && html`aria-sort="${isDown(filter.sort) ? 'descending' : 'ascending'}"`}><a rel="nofollow" href="${listAddress('/claims', { ...filter, sort: next })}">${label}</a></th>`
}

const BoxHead = html`<th scope="col" class="box"><span class="unseen">Tick</span></th>`

const Empty = ({ filter }: ClaimList) =>
  filterQuery({ ...filter, sort: 'newest', columns: null }) === ''
    ? html`<div class="empty"><p>There are no claims to show yet. Open an article and mark its claims in the text.</p><p><a href="/articles">See the articles</a> or <a href="/articles/new">take one in</a>.</p></div>`
    : html`<div class="empty"><p>No claim matches all of these filters. Take one of them away, or <a href="/claims">clear them all</a>.</p></div>`

const Pages = ({ filter }: ClaimList, { previous, next, isFirst }: Places) =>
  !(isFirst && next === null) &&
  html`<nav class="claim-pages" aria-label="Pages">
    ${!isFirst && html`<a href="${listAddress('/claims', filter)}">First page</a>`}
    ${previous !== null && html`<a rel="prev" href="${listAddress('/claims', filter, { before: previous })}">Previous</a>`}
    ${next !== null && html`<a rel="next" href="${listAddress('/claims', filter, { after: next })}">Next</a>`}
  </nav>`
