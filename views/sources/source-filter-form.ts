import type { SourceFilter } from '../../server/sources/filter.ts'
import { sourceKindWords, sourceKinds } from '../../server/sources/words.ts'
import { type Html, html } from '../html.ts'

const primaries = [
  { value: '', label: 'Primary or not' },
  { value: 'yes', label: 'Primary only' },
  { value: 'no', label: 'Not primary' },
]

/** The filter of the list as a form whose answer is an address. */
export const SourceFilterForm = ({ filter }: { filter: SourceFilter }): Html => html`
  <form class="source-filter" role="search" aria-label="Filter the sources" method="get" action="/sources">
    <div><label for="filter-q">Title, publisher, author or address</label><input id="filter-q" type="search" name="q" value="${filter.q}" dir="auto" maxlength="200" /></div>
    <div><label for="filter-kind">Kind</label>${Select('kind', filter.kind, [{ value: '', label: 'Any kind' }, ...kinds])}</div>
    <div><label for="filter-primary">Primary</label>${Select('primary', primaryOf(filter), primaries)}</div>
    <button type="submit">Show</button>
    ${(filter.q || filter.kind || filter.primary !== undefined) && html`<a href="/sources">Clear</a>`}
  </form>`

const kinds = sourceKinds.map((kind) => ({ value: String(kind), label: sourceKindWords[kind] }))

const primaryOf = ({ primary }: SourceFilter) => (primary === undefined ? '' : primary ? 'yes' : 'no')

const Select = (name: string, chosen: string | undefined, options: { value: string; label: string }[]) => html`
  <select id="filter-${name}" name="${name}">
    ${options.map(({ value, label }) => html`<option value="${value}" ${value === (chosen ?? '') && html`selected`}>${label}</option>`)}
  </select>`
