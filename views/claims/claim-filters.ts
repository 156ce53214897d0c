import { type Person, can } from '../../server/accounts/permissions.ts'
import { columnsText } from '../../server/claims/column-words.ts'
import {
  type Filter,
  everything,
  filterQuery,
  listAddress,
  plainSort,
  sorts,
  usualSort,
} from '../../server/claims/filter.ts'
import type { ClaimList, Names } from '../../server/claims/list.ts'
import { claimKinds, claimStates, kindWords, priorities, priorityWords, stateWords } from '../../server/claims/words.ts'
import { html } from '../html.ts'
import { type Option, named, worded } from '../parts/field.ts'
import { FilterSearch, FilterSelect } from '../parts/filter.ts'
import { Icon } from '../parts/icon.ts'

const sortWords: Record<Filter['sort'], string> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  changed: 'Last changed',
  due: 'Due date',
  priority: 'Priority',
  number: 'Article and number',
  '-changed': 'Unchanged for longest',
  '-due': 'Due date, last first',
  '-priority': 'Priority, low first',
  '-number': 'Article and number, last first',
  statement: 'Statement, A to Z',
  '-statement': 'Statement, Z to A',
  claimant: 'Claimant, A to Z',
  '-claimant': 'Claimant, Z to A',
  assignee: 'Assigned to, A to Z',
  '-assignee': 'Assigned to, nobody first',
  rating: 'Verdict, false first',
  '-rating': 'Verdict, none first',
  state: 'State, candidates first',
  '-state': 'State, published first',
  evidence: 'Most evidence',
  '-evidence': 'Least evidence',
  decided: 'Last decided',
  published: 'Last published',
}

const dueWords = { overdue: 'Overdue', week: 'Due within 7 days', none: 'No due date' }

/** The form that the list is narrowed with. It is a plain GET form; with htmx it swaps the list alone. */
export const ClaimFilters = ({ filter, ratings, people, names }: ClaimList, viewer: Person) => html`
  <form class="claim-filters" id="claim-filters" action="/claims" method="get" aria-label="Filters" hx-get="/claims" hx-target="#claim-list" hx-swap="outerHTML" hx-trigger="submit, change">
    ${Kept('article', filter.article)}${Kept('claimant', filter.claimant)}${Kept('reported_by', filter.reportedBy)}${Kept('columns', filter.columns && columnsText(filter.columns))}
    <div class="filter-row">
      ${FilterSearch({ label: 'Words in the statement or quote', value: filter.q })}
      ${FilterSelect({ name: 'state', label: 'State', chosen: filter.state, none: 'All but set aside', options: [{ value: 'all', label: 'All' }, ...worded(claimStates, stateWords)] })}
      ${FilterSelect({ name: 'rating', label: 'Verdict', chosen: filter.rating, none: 'Any or none', ...ratingOptions(ratings) })}
      ${FilterSelect({ name: 'assignee', label: 'Assigned to', chosen: filter.assignee, none: 'Anybody', options: assignees(filter, people, names) })}
      ${FilterSelect({ name: 'sort', label: 'Sorted by', chosen: filter.sort, options: worded(sortsFor(viewer), sortWords) })}
    </div>
    <button>Show</button>
    <details ${hasMore(filter) && html`open`}>
      <summary>More filters</summary>
      <div class="filter-row">
        ${FilterSelect({ name: 'kind', label: 'Kind', chosen: filter.kind, none: 'Any', options: worded(claimKinds, kindWords) })}
        ${FilterSelect({ name: 'priority', label: 'Priority', chosen: filter.priority, none: 'Any', options: worded(priorities, priorityWords) })}
        ${FilterSelect({ name: 'due', label: 'Due', chosen: filter.due, none: 'Any time', options: worded(['overdue', 'week', 'none'], dueWords) })}
        <p><label for="by-tag">Tag</label><input id="by-tag" name="tag" value="${filter.tag}" maxlength="200" dir="auto" /></p>
        <p class="tick"><label><input type="checkbox" name="evidence" value="none" ${filter.evidence && html`checked`} /> Without evidence</label></p>
      </div>
    </details>
  </form>`

const sortsFor = (viewer: Person) =>
  sorts.filter((sort) => plainSort(sort) !== 'evidence' || can(viewer, 'source.seeConfidential'))

const noVerdict: Option = { value: 'none', label: 'No verdict yet' }

// With several scales their ratings stand under their names.
function ratingOptions(ratings: ClaimList['ratings']): {
  options: Option[]
  groups?: { label: string; options: Option[] }[]
} {
  const option = ({ key, label, retiredAt }: ClaimList['ratings'][number]) => ({
    value: key,
    label: retiredAt ? `${label} (retired)` : label,
  })
  const byScale = [...Map.groupBy(ratings, ({ scale }) => scale)]
  if (byScale.length < 2) return { options: [...ratings.map(option), noVerdict] }
  return { options: [noVerdict], groups: byScale.map(([label, of]) => ({ label, options: of.map(option) })) }
}

const Kept = (name: string, value: string | number | null) =>
  value !== null && html`<input type="hidden" name="${name}" value="${value}" />`

function assignees({ assignee }: Filter, people: ClaimList['people'], names: Names): Option[] {
  const other = typeof assignee === 'number' && !people.some(({ id }) => id === assignee)
  return [
    { value: 'me', label: 'Me' },
    { value: 'none', label: 'Nobody' },
    ...named(people),
    ...(other ? [{ value: String(assignee), label: names.assignee ?? '' }] : []),
  ]
}

const hasMore = ({ kind, priority, due, tag, evidence }: Filter) =>
  [kind, priority, due, tag, evidence].some((value) => value !== null)

/** What the list is narrowed to, each taken away by a click. */
export const Chips = ({ filter, names }: ClaimList) => {
  const chips = chosen(filter, names)
  if (chips.length === 0) return false
  return html`<ul class="chips" aria-label="Filters in use">
    ${chips.map(([key, words]) => html`<li><a class="chip" href="${without(filter, key)}"><span dir="auto">${words}</span> ${Icon('x')}<span class="unseen">(take away)</span></a></li>`)}
    ${filter.article !== null && html`<li><a href="/articles/${filter.article}">Read the article</a></li>`}
    ${chips.length > 1 && html`<li><a href="${listAddress('/claims', cleared(filter))}">Clear all</a></li>`}
  </ul>`
}

/** The same order without any filter. */
const cleared = ({ sort, columns }: Filter): Filter => ({
  ...everything,
  columns,
  sort: sort === 'number' || sort === 'due' ? 'newest' : sort,
})

function without(filter: Filter, key: keyof Filter): string {
  const rest = { ...filter, [key]: null }
  // An order that only came with the filter goes with it.
  const query = new URLSearchParams(filterQuery(filter))
  return listAddress('/claims', query.has('sort') ? rest : { ...rest, sort: usualSort(rest) })
}

function chosen(filter: Filter, names: Names): [keyof Filter, string][] {
  const { q, state, kind, priority, due, evidence } = filter
  const found: [keyof Filter, string | false | null | undefined][] = [
    ['q', q !== null && `“${q}”`],
    ['state', state && `State: ${state === 'all' ? 'all' : stateWords[state]}`],
    ['rating', filter.rating && (filter.rating === 'none' ? 'No verdict yet' : `Verdict: ${names.rating}`)],
    ['article', filter.article !== null && `Article: ${names.article}`],
    ['claimant', filter.claimant !== null && `Said by: ${names.claimant}`],
    ['reportedBy', filter.reportedBy !== null && `Reported by: ${names.reportedBy}`],
    ['tag', filter.tag !== null && `Tag: ${names.tag}`],
    ['assignee', filter.assignee !== null && `Assigned to: ${whom(filter.assignee, names)}`],
    ['kind', kind && `Kind: ${kindWords[kind]}`],
    ['priority', priority && `Priority: ${priorityWords[priority]}`],
    ['due', due && dueWords[due]],
    ['evidence', evidence && 'Without evidence'],
  ]
  return found.flatMap(([key, words]) => (words ? [[key, words]] : []))
}

const whom = (assignee: Filter['assignee'], names: Names) =>
  assignee === 'me' ? 'me' : assignee === 'none' ? 'nobody' : names.assignee
