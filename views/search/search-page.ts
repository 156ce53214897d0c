import { type SearchFilter, filterQuery, isNarrowed } from '../../server/search/filter.ts'
import type { SearchFound } from '../../server/search/search.ts'
import { countedKind, kindHeadings } from '../../server/search/words.ts'
import { type Html, html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { PageHead } from '../parts/page-head.ts'
import { Said } from './said.ts'
import { SearchForm } from './search-form.ts'
import { SearchGroup } from './search-group.ts'

type Part = { filter: SearchFilter; problems: Record<string, string>; found: SearchFound }

export const SearchPage = ({ shell, ...part }: Part & { shell: Shell }) =>
  Layout({
    shell,
    title: part.filter.q === '' ? 'Search' : `“${part.filter.q}” · Search`,
    main: html`${PageHead('Search', false)} ${SearchForm(part)} ${SearchPart(part)}`,
  })

/** What was found, as it takes the place of what was found before. */
export const SearchPart = ({ filter, problems, found }: Part): Html => html`
  <div id="found" class="found" data-walk>
    ${Object.values(problems).map((problem) => html`<p class="message problem">${problem}</p>`)}
    ${Said(found.query)}
    ${found.asked && Counts({ filter, found })}
    ${found.groups.map((group) => SearchGroup({ group, filter, ratings: found.ratings }))}
    ${found.groups.length > 0 && html`<p class="keys soft no-print"><kbd>↓</kbd> <kbd>↑</kbd> or <kbd>j</kbd> <kbd>k</kbd> go through what was found, <kbd>Enter</kbd> opens it, <kbd>/</kbd> goes back to the words.</p>`}
    ${found.groups.length === 0 && Nothing({ filter, found })}
  </div>`

const Counts = ({ filter, found: { groups } }: Pick<Part, 'filter' | 'found'>) => html`
  <p class="list-head" role="status">
    <span>${groups.length === 0 ? 'Nothing found' : groups.map(({ kind, total }, index) => html`${index > 0 && ', '}${filter.kind === undefined ? html`<a href="#${kind}">${countedKind(total, kind)}</a>` : countedKind(total, kind)}`)}</span>
    <a href="/search.json${filterQuery(filter)}">JSON</a>
  </p>`

const Nothing = ({ filter, found: { asked, query } }: Pick<Part, 'filter' | 'found'>) => {
  if (asked) return NothingFound(filter)
  if (query.clauses.length > 0)
    return html`<div class="empty"><p>Say also what to look for: a search cannot consist of what to leave out alone.</p></div>`
  if (filter.q !== '')
    return html`<div class="empty"><p>There is no letter and no digit in this. Type a word or a number to look for.</p></div>`
  return Tips
}

const NothingFound = (filter: SearchFilter) => html`
  <div class="empty">
    <p>Nothing holds all of this. Try fewer words, or the beginning of one with a star, as in <kbd>negotiat*</kbd>.</p>
    ${filter.kind !== undefined && html`<p>Only ${kindHeadings[filter.kind].toLowerCase()} were searched: <a href="/search${filterQuery({ ...filter, kind: undefined, page: 1 })}">search everything</a>.</p>`}
    ${isNarrowed(filter) && html`<p><a href="/search${filterQuery({ q: filter.q, kind: filter.kind })}">Search without the other filters</a>.</p>`}
  </div>`

const Tips = html`
  <div class="empty tips">
    <p>Type any word that stands in a claim, a rationale, an article, a source, a copy of one, a comment, or a check of another publisher. All words have to be there, in any of their forms.</p>
    <dl>
      <div><dt><kbd>"Easter truce"</kbd></dt><dd>these words, in this order</dd></div>
      <div><dt><kbd>truce -Easter</kbd></dt><dd>without the second word</dd></div>
      <div><dt><kbd>truce OR ceasefire</kbd></dt><dd>either word</dd></div>
      <div><dt><kbd>negotiat*</kbd></dt><dd>words that begin so</dd></div>
      <div><dt><kbd>claimant:</kbd> <kbd>outlet:</kbd> <kbd>article:</kbd> <kbd>source:</kbd></dt><dd>by a name, as in <kbd>outlet:"The Bell"</kbd></dd></div>
      <div><dt><kbd>rating:</kbd> <kbd>by:</kbd> <kbd>kind:</kbd></dt><dd>by rating, by the colleague who made or judged it (<kbd>by:me</kbd>), by what it is (<kbd>kind:source</kbd>)</dd></div>
    </dl>
  </div>`
