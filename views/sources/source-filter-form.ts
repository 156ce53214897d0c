import { type SourceFilter, answerValue, filterQuery, useValue } from '../../server/sources/filter.ts'
import { sortWords, sourceKindWords, sourceKinds, sourceSorts } from '../../server/sources/words.ts'
import { type Html, html } from '../html.ts'
import { worded } from '../parts/field.ts'
import { FilterSearch, FilterSelect } from '../parts/filter.ts'

const primaries = [
  { value: 'yes', label: 'Primary only' },
  { value: 'no', label: 'Not primary' },
]
const copies = [
  { value: 'yes', label: 'With a kept copy' },
  { value: 'no', label: 'Without one' },
]
const uses = [
  { value: 'yes', label: 'Used on a claim' },
  { value: '2', label: 'On 2 claims or more' },
  { value: '5', label: 'On 5 claims or more' },
  { value: 'no', label: 'Not used' },
]

type Shown = { filter: SourceFilter; people: { id: number; name: string }[] }

/** The filter of the list as a form whose answer is an address. */
export const SourceFilterForm = ({ filter, people }: Shown): Html => html`
  <form class="list-filter" role="search" aria-label="Filter the sources" method="get" action="/sources">
    ${FilterSearch({ label: 'Title, publisher, author or address', value: filter.q })}
    ${FilterSelect({ name: 'kind', label: 'Kind', chosen: filter.kind, none: 'Any kind', options: worded(sourceKinds, sourceKindWords) })}
    ${FilterSelect({ name: 'sort', label: 'Order', chosen: filter.sort, options: sourceSorts.map((sort) => ({ value: sort, label: `${sortWords[sort].charAt(0).toUpperCase()}${sortWords[sort].slice(1)}` })) })}
    <button type="submit">Show</button>
    ${filterQuery({ ...filter, before: undefined }) !== '' && html`<a href="/sources">Clear</a>`}
    <details ${hasMore(filter) && html`open`}>
      <summary>More filters</summary>
      <div class="filter-row">
        <p><label for="by-publisher">Publisher</label> <input id="by-publisher" name="publisher" value="${filter.publisher}" maxlength="200" dir="auto" placeholder="The whole name" /></p>
        ${FilterSelect({ name: 'use', label: 'Use', chosen: useValue(filter.use), none: 'Used or not', options: useOptions(filter.use) })}
        ${FilterSelect({ name: 'primary', label: 'Primary', chosen: answerValue(filter.primary), none: 'Primary or not', options: primaries })}
        ${FilterSelect({ name: 'copy', label: 'Copy', chosen: answerValue(filter.copy), none: 'Kept or not', options: copies })}
        ${FilterSelect({ name: 'by', label: 'Added by', chosen: filter.by, none: 'Anybody', options: people.map(({ id, name }) => ({ value: String(id), label: name })) })}
      </div>
    </details>
  </form>`

// A filter that is set is never hidden.
const hasMore = ({ publisher, use, primary, copy, by }: SourceFilter) =>
  publisher !== '' || [use, primary, copy, by].some((set) => set !== undefined)

// An address may ask for any number.
function useOptions(use: number | undefined) {
  const value = useValue(use)
  const isOffered = value === undefined || uses.some((option) => option.value === value)
  return isOffered ? uses : [...uses, { value, label: `On ${value} claims or more` }]
}
