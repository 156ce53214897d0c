import type { SourceFilter } from '../../server/sources/filter.ts'
import { sourceKindWords, sourceKinds } from '../../server/sources/words.ts'
import { type Html, html } from '../html.ts'
import { worded } from '../parts/field.ts'
import { FilterSearch, FilterSelect } from '../parts/filter.ts'

const primaries = [
  { value: 'yes', label: 'Primary only' },
  { value: 'no', label: 'Not primary' },
]

/** The filter of the list as a form whose answer is an address. */
export const SourceFilterForm = ({ filter }: { filter: SourceFilter }): Html => html`
  <form class="list-filter" role="search" aria-label="Filter the sources" method="get" action="/sources">
    ${FilterSearch({ label: 'Title, publisher, author or address', value: filter.q })}
    ${FilterSelect({ name: 'kind', label: 'Kind', chosen: filter.kind, none: 'Any kind', options: worded(sourceKinds, sourceKindWords) })}
    ${FilterSelect({ name: 'primary', label: 'Primary', chosen: primaryOf(filter), none: 'Primary or not', options: primaries })}
    <button type="submit">Show</button>
    ${(filter.q || filter.kind || filter.primary !== undefined) && html`<a href="/sources">Clear</a>`}
  </form>`

const primaryOf = ({ primary }: SourceFilter) => (primary === undefined ? '' : primary ? 'yes' : 'no')
