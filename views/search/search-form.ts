import { claimStates, stateWords } from '../../server/claims/words.ts'
import { type SearchFilter, isNarrowed } from '../../server/search/filter.ts'
import type { SearchFound } from '../../server/search/search.ts'
import { kindHeadings, searchKinds } from '../../server/search/words.ts'
import { type Html, html } from '../html.ts'
import { worded } from '../parts/field.ts'
import { FilterSelect } from '../parts/filter.ts'

type Form = { filter: SearchFilter; problems: Record<string, string>; found: Pick<SearchFound, 'ratings'> }

/** The search as a form whose answer is an address; while somebody types, what is found so far comes by itself. */
export const SearchForm = ({ filter, problems, found }: Form): Html => html`
  <form class="list-filter search" role="search" aria-label="Search everything" method="get" action="/search">
    <p class="wide">
      <label for="q">Words, a name, a number</label>
      <input id="q" type="search" name="q" value="${filter.q}" maxlength="200" dir="auto" autocomplete="off" data-hotkey="/" ${filter.q === '' && html`autofocus`}
        hx-get="/search" hx-trigger="input changed delay:120ms" hx-include="closest form" hx-vals='{"typing":"yes"}' hx-target="#found" hx-swap="outerHTML" hx-sync="closest form:replace" />
    </p>
    ${FilterSelect({ name: 'kind', label: 'What', chosen: filter.kind, none: 'Everything', options: worded(searchKinds, kindHeadings) })}
    ${FilterSelect({ name: 'state', label: 'State', chosen: filter.state, none: 'Any state', options: worded(claimStates, stateWords) })}
    ${FilterSelect({ name: 'rating', label: 'Rating', chosen: filter.rating, none: 'Any rating', options: found.ratings.map(({ key, label }) => ({ value: key, label })) })}
    ${DayField('from', 'From', filter.from, problems)} ${DayField('to', 'To', filter.to, problems)}
    ${filter.article !== undefined && html`<input type="hidden" name="article" value="${filter.article}" />`}
    <button type="submit">Search</button>
    ${(isNarrowed(filter) || filter.kind !== undefined) && html`<a href="/search?q=${encodeURIComponent(filter.q)}">Clear the filters</a>`}
  </form>`

const DayField = (name: string, label: string, value: string | undefined, problems: Record<string, string>) =>
  html`<p><label for="by-${name}">${label}</label> <input id="by-${name}" type="date" name="${name}" value="${value}" ${problems[name] && html`aria-invalid="true"`} /></p>`
