import { type Filter, everything, filterQuery, listAddress, sorts, usualSort } from '../../server/claims/filter.ts'
import type { ClaimList, Names } from '../../server/claims/list.ts'
import { claimKinds, claimStates, kindWords, priorities, priorityWords, stateWords } from '../../server/claims/words.ts'
import { type Html, html } from '../html.ts'
import type { Option } from '../parts/field.ts'
import { Icon } from '../parts/icon.ts'

const sortWords: Record<Filter['sort'], string> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  changed: 'Last changed',
  due: 'Due date',
  priority: 'Priority',
  number: 'Article and number',
}

const dueWords = { overdue: 'Overdue', week: 'Due within 7 days', none: 'No due date' }

/** The form that the list is narrowed with. It is a plain GET form; with htmx it swaps the list alone. */
export const ClaimFilters = ({ filter, ratings, people, names }: ClaimList) => html`
  <form class="claim-filters" id="claim-filters" action="/claims" method="get" aria-label="Filters" hx-get="/claims" hx-target="#claim-list" hx-swap="outerHTML" hx-trigger="submit, change">
    ${Kept('article', filter.article)}${Kept('claimant', filter.claimant)}${Kept('reported_by', filter.reportedBy)}
    <div class="filter-row">
      <p class="wide"><label for="by-q">Words in the statement or quote</label>
        <input id="by-q" type="search" name="q" value="${filter.q}" maxlength="200" dir="auto" /></p>
      ${Select('state', 'State', filter.state, [{ value: '', label: 'All but set aside' }, { value: 'all', label: 'All' }, ...worded(claimStates, stateWords)])}
      ${Select('rating', 'Verdict', filter.rating, [{ value: '', label: 'Any or none' }, ...ratings.map(({ key, label }) => ({ value: key, label })), { value: 'none', label: 'No verdict yet' }])}
      ${Select('assignee', 'Assigned to', filter.assignee, assignees(filter, people, names))}
      ${Select('sort', 'Sorted by', filter.sort, worded(sorts, sortWords))}
    </div>
    <button>Show</button>
    <details ${hasMore(filter) && html`open`}>
      <summary>More filters</summary>
      <div class="filter-row">
        ${Select('kind', 'Kind', filter.kind, [{ value: '', label: 'Any' }, ...worded(claimKinds, kindWords)])}
        ${Select('priority', 'Priority', filter.priority, [{ value: '', label: 'Any' }, ...worded(priorities, priorityWords)])}
        ${Select('due', 'Due', filter.due, [{ value: '', label: 'Any time' }, ...worded(['overdue', 'week', 'none'], dueWords)])}
        <p><label for="by-tag">Tag</label><input id="by-tag" name="tag" value="${filter.tag}" maxlength="200" dir="auto" /></p>
        <p class="tick"><label><input type="checkbox" name="evidence" value="none" ${filter.evidence && html`checked`} /> Without evidence</label></p>
      </div>
    </details>
  </form>`

const Kept = (name: string, value: number | null) =>
  value !== null && html`<input type="hidden" name="${name}" value="${value}" />`

const Select = (name: string, label: string, chosen: string | number | null, options: Option[]): Html =>
  html`<p><label for="by-${name}">${label}</label> <select id="by-${name}" name="${name}">${options.map(
    (option) =>
      html`<option value="${option.value}" ${option.value === String(chosen ?? '') && html`selected`}>${option.label}</option>`,
  )}</select></p>`

const worded = <K extends string | number>(keys: readonly K[], words: Record<K, string>): Option[] =>
  keys.map((key) => ({ value: String(key), label: words[key] }))

function assignees({ assignee }: Filter, people: ClaimList['people'], names: Names): Option[] {
  const known = people.map(({ id, name }) => ({ value: String(id), label: name }))
  const other = typeof assignee === 'number' && !people.some(({ id }) => id === assignee)
  return [
    { value: '', label: 'Anybody' },
    { value: 'me', label: 'Me' },
    { value: 'none', label: 'Nobody' },
    ...known,
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
const cleared = ({ sort }: Filter): Filter => ({
  ...everything,
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
