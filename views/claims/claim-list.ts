import { type Person, can } from '../../server/accounts/permissions.ts'
import {
  type Filter,
  type Sort,
  filterQuery,
  isDown,
  listAddress,
  plainSort,
  turned,
} from '../../server/claims/filter.ts'
import type { ClaimList } from '../../server/claims/list.ts'
import { ExportForm } from '../exports/export-form.ts'
import { type Html, html } from '../html.ts'
import { type Shell, Layout } from '../layout.ts'
import { RatingBadge } from '../parts/rating-badge.ts'
import { BulkForm } from '../bulk/bulk-form.ts'
import { FacetsPlace } from './claim-facets.ts'
import { Chips, ClaimFilters } from './claim-filters.ts'
import { ClaimRow } from './claim-row.ts'

/** What the page links to before and after, as they stand in an address. */
export type Places = { previous: string | null; next: string | null; isFirst: boolean }

type Shown = { list: ClaimList; places: Places; viewer: Person }

/** The whole page of claims. */
export const ClaimListPage = ({ shell, ...shown }: Shown & { shell: Shell }) =>
  Layout({
    shell,
    title: 'Claims',
    wide: true,
    main: html`<h1>Claims</h1><p class="links"><a href="/precedents">Has this been checked?</a> <a href="/checks">Checks of other publishers</a>${can(shown.viewer, 'import.run') && html` <a href="/imports">Imports</a>`}</p>${ClaimFilters(shown.list, shown.viewer)}${ClaimListPart(shown)}`,
  })

/** The list itself with all that depends on the filter. */
export const ClaimListPart = ({ list, places, viewer }: Shown): Html => html`
  <section id="claim-list" aria-label="List">
    ${list.problems.map((problem) => html`<p class="message problem">${problem}</p>`)}
    ${Chips(list)}
    <div class="claims-head">
      <p role="status">${Total(list)}</p>
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
  claimant: 'by claimant',
  '-claimant': 'by claimant, from the end of the alphabet',
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

const Table = ({ rows, ratings, today, filter }: ClaimList, viewer: Person) => {
  const mayChange = can(viewer, 'claim.take')
  const around = { today, mayChange, badges: new Map(ratings.map((rating) => [rating.id, RatingBadge(rating)])) }
  return html`<table class="claims">
    <caption class="unseen">Claims</caption>
    <thead><tr>${mayChange && BoxHead}${Head(filter, 'No.', 'number')}<th scope="col">Claim</th><th scope="col">Article</th>${Head(filter, 'Verdict', 'rating')}${Head(filter, 'State', 'state')}<th scope="col">Assigned to</th>${Head(filter, 'Due', 'due')}${can(viewer, 'source.seeConfidential') ? Head(filter, 'Evidence', 'evidence') : html`<th scope="col" class="count">Evidence</th>`}</tr></thead>
    <tbody>${rows.map((row) => ClaimRow(row, around))}</tbody>
  </table>`
}

// A column that the list is sorted by leads to the same order from its other end.
const Head = (filter: Filter, label: string, sort: Sort) => {
  const isThis = plainSort(filter.sort) === sort
  const next = (filter.sort === sort && turned(sort)) || sort
  return html`<th scope="col" class="${sort === 'evidence' && 'count'}" ${isThis && html`aria-sort="${isDown(filter.sort) ? 'descending' : 'ascending'}"`}><a rel="nofollow" href="${listAddress('/claims', { ...filter, sort: next })}">${label}</a></th>`
}

const BoxHead = html`<th scope="col" class="box"><span class="unseen">Tick</span></th>`

const Empty = ({ filter }: ClaimList) =>
  filterQuery({ ...filter, sort: 'newest' }) === ''
    ? html`<div class="empty"><p>There are no claims to show yet. Open an article and mark its claims in the text.</p><p><a href="/articles">See the articles</a> or <a href="/articles/new">take one in</a>.</p></div>`
    : html`<div class="empty"><p>No claim matches all of these filters. Take one of them away, or <a href="/claims">clear them all</a>.</p></div>`

const Pages = ({ filter }: ClaimList, { previous, next, isFirst }: Places) =>
  !(isFirst && next === null) &&
  html`<nav class="claim-pages" aria-label="Pages">
    ${!isFirst && html`<a href="${listAddress('/claims', filter)}">First page</a>`}
    ${previous !== null && html`<a rel="prev" href="${listAddress('/claims', filter, { before: previous })}">Previous</a>`}
    ${next !== null && html`<a rel="next" href="${listAddress('/claims', filter, { after: next })}">Next</a>`}
  </nav>`
