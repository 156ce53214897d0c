import type { Facet, FacetKey, FacetValue, Facets } from '../../server/claims/facets.ts'
import { type Filter, filterQuery, listAddress, readFilter } from '../../server/claims/filter.ts'
import { claimKinds, claimStates, kindWords, stateWords } from '../../server/claims/words.ts'
import { type Html, html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'

const headings: Record<FacetKey, string> = {
  state: 'State',
  rating: 'Verdict',
  kind: 'Kind',
  assignee: 'Assigned to',
  claimant: 'Said by',
  tag: 'Tag',
  article: 'Article',
}

/** Where the counts will stand; a script fetches them, and without one the link leads to them. */
export const FacetsPlace = ({ filter }: { filter: Filter }): Html => {
  const address = listAddress('/claims/facets', filter)
  return html`<aside id="claim-facets" class="claim-facets" aria-label="Counts" hx-get="${address}" hx-trigger="load" hx-target="#claim-facets" hx-swap="outerHTML"><p><a href="${address}">How many by state, verdict and more</a></p></aside>`
}

/** How many claims of the list have each value; a value is a link to the list narrowed by it. */
export const ClaimFacets = (facets: Facets): Html => html`
  <aside id="claim-facets" class="claim-facets" aria-label="Counts">
    <details><summary>How many by state, verdict and more</summary>${Groups(facets)}</details>
  </aside>`

/** The counts as a page, for those without scripts. */
export const ClaimFacetsPage = ({ shell, facets }: { shell: Shell; facets: Facets }): Html =>
  Layout({
    shell,
    title: 'Claims counted',
    main: html`
      ${Crumb({ href: listAddress('/claims', facets.filter), name: 'Claims' })}
      <h1>Claims counted</h1>
      <p>Each number is how many claims the list would have with that choice, the other filters staying as they are.</p>
      <div class="claim-facets">${Groups(facets)}</div>`,
  })

const Groups = ({ filter, facets }: Facets) => {
  const shown = facets.filter(({ values }) => values.length > 0)
  if (shown.length === 0) return html`<p class="soft">There is no claim to count.</p>`
  return html`<div class="facets">${shown.map((facet) => Group(filter, facet))}</div>
    ${shown.some(({ isLeast }) => isLeast) && html`<p class="soft">A plus says that there may be more: of a long list, only a part is counted.</p>`}`
}

const Group = (filter: Filter, facet: Facet) => html`
  <div>
    <h2>${headings[facet.key]}</h2>
    <ul>${ordered(facet).map((value) => Value(filter, facet, value))}</ul>
  </div>`

const Value = (filter: Filter, { key, isLeast }: Facet, value: FacetValue) =>
  html`<li><a rel="nofollow" href="${narrowed(filter, key, value)}" ${value.isChosen && html`aria-current="true"`}><span dir="auto">${labelOf(key, value)}</span>${value.isChosen && html`<span class="unseen"> (take away)</span>`}</a> <span class="n">${value.n.toLocaleString('en')}${isLeast && '+'}</span></li>`

// Read back from its address, a value has the type that its filter wants.
function narrowed(filter: Filter, key: FacetKey, { key: value, isChosen }: FacetValue): string {
  const query = new URLSearchParams(filterQuery({ ...filter, [key]: null }))
  if (!isChosen) query.append(key, value)
  return listAddress('/claims', readFilter(Object.fromEntries(query)).filter)
}

const fixed: Partial<Record<FacetKey, readonly string[]>> = { state: claimStates, kind: claimKinds }

function ordered({ key, values }: Facet): FacetValue[] {
  const order = fixed[key]
  return order ? values.toSorted((one, other) => order.indexOf(one.key) - order.indexOf(other.key)) : values
}

function labelOf(key: FacetKey, { key: value, label }: FacetValue): string {
  if (value === 'none') return key === 'rating' ? 'No verdict yet' : 'Nobody'
  const words: Record<string, string> = key === 'state' ? stateWords : key === 'kind' ? kindWords : {}
  return label ?? words[value] ?? value
}
