import { type Person, can } from '../../server/accounts/permissions.ts'
import { csvVariants, variantWords } from '../../server/exports/words.ts'
import { type SourceFilter, filterQuery } from '../../server/sources/filter.ts'
import type { ListedSource, SourcePage } from '../../server/sources/list.ts'
import { sortWords } from '../../server/sources/words.ts'
import { counted } from '../../server/values/count.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Hidden } from '../parts/field.ts'
import { Icon } from '../parts/icon.ts'
import { PageHead } from '../parts/page-head.ts'
import { Pages } from '../parts/pages.ts'
import { Day } from '../parts/when.ts'
import { OutLink } from './out-link.ts'
import { SourceFilterForm } from './source-filter-form.ts'
import { SourceLine, SourceTags } from './source-line.ts'

type Page = {
  shell: Shell
  person: Person
  filter: SourceFilter
  page: SourcePage
  people: { id: number; name: string }[]
}

export const SourceListPage = ({ shell, person, filter, page, people }: Page) =>
  Layout({
    shell,
    title: 'Sources',
    main: html`
      ${PageHead('Sources', can(person, 'source.add') && html`<a class="button main" href="/sources/new">${Icon('plus')} Add a source</a>`)}
      ${SourceFilterForm({ filter, people })}
      ${page.sources.length === 0 ? Nothing(filter, person) : List({ filter, page })}`,
  })

const List = ({ filter, page }: Pick<Page, 'filter' | 'page'>) => html`
  <div class="list-head">
    <p><span class="number">${page.total.toLocaleString('en')}${page.more && '+'}</span> ${page.total === 1 ? 'source' : 'sources'}, ${sortWords[filter.sort]} <a href="/sources.json${filterQuery(filter)}">JSON</a></p>
    ${Export(filter)}
  </div>
  <ul class="source-list">${page.sources.map(SourceRow)}</ul>
  ${Pages({ before: filter.before, next: page.before, address: (before) => `/sources${filterQuery({ ...filter, before })}`, ...(filter.sort !== 'newest' && { words: { first: 'First page', next: 'Next' } }) })}`

const Export = (filter: SourceFilter) => html`
  <form class="export" method="post" action="/sources/export" data-download>
    ${Hidden('filter', filterQuery({ ...filter, before: undefined }))}
    <button>${Icon('download')} Export CSV</button>
    <details>
      <summary>Options</summary>
      <fieldset>
        <legend>Made for</legend>
        ${csvVariants.map((variant, index) => html`<label><input type="radio" name="variant" value="${variant}" ${index === 0 && html`checked`} /> <b>${variantWords[variant].label}.</b> ${variantWords[variant].explained}</label>`)}
      </fieldset>
      <p class="hint">Confidential sources are never in a file.</p>
    </details>
  </form>`

const SourceRow = (source: ListedSource) => html`
  <li id="source-${source.id}">
    <div>
      <p class="source-title"><a href="/sources/${source.id}" dir="auto">${source.title}</a></p>
      ${SourceLine(source)} ${SourceTags(source)}
    </div>
    <p class="source-out">${source.url ? OutLink(source.url) : html`<span class="soft">Not on the web</span>`}</p>
    <p class="source-used">${usedOn(source.claims)}<br /><span class="soft">added ${source.addedBy && html`by <span dir="auto">${source.addedBy}</span>, `}${Day(source.createdAt)}</span></p>
  </li>`

const usedOn = (claims: number) =>
  claims === 0 ? html`<span class="soft">Not used yet</span>` : `Used on ${counted(claims, 'claim')}`

const Nothing = (filter: SourceFilter, person: Person) =>
  filterQuery(filter) === ''
    ? html`<div class="empty"><p>No sources yet. A source is what evidence comes from: a document, a dataset, a record, an interview. ${can(person, 'source.add') ? html`Add one here, or together with the evidence on a claim.` : 'They appear here as checkers add them.'}</p></div>`
    : html`<div class="empty"><p>No source matches. Take one of the filters away, or <a href="/sources">show all sources</a>.</p></div>`
