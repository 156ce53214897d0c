import { type Person, can } from '../../server/accounts/permissions.ts'
import { type ArticleFilter, filterQuery } from '../../server/articles/filter.ts'
import type { ArticlePage } from '../../server/articles/list.ts'
import { articleKindWords, articleKinds } from '../../server/articles/words.ts'
import { counted } from '../../server/values/count.ts'
import { html } from '../html.ts'
import { type Shell, Layout } from '../layout.ts'
import { worded } from '../parts/field.ts'
import { FilterSearch, FilterSelect } from '../parts/filter.ts'
import { Icon } from '../parts/icon.ts'
import { PageHead } from '../parts/page-head.ts'
import { Pages } from '../parts/pages.ts'
import { ArticleRow } from './article-row.ts'

type Shown = { person: Person; filter: ArticleFilter; page: ArticlePage }

/** The list of articles. */
export const ArticleListPage = ({ shell, ...shown }: Shown & { shell: Shell }) =>
  Layout({
    shell,
    title: 'Articles',
    main: html`
      ${PageHead('Articles', can(shown.person, 'article.add') && html`<a class="button main" href="/articles/new">${Icon('plus')} Take in an article</a>`)}
      ${isNothingYet(shown) ? NothingYet(shown.person) : [Filter(shown.filter), List(shown)]}`,
  })

const isNothingYet = ({ filter, page }: Shown) => page.articles.length === 0 && filterQuery(filter) === ''

const NothingYet = (person: Person) => html`
  <div class="empty">
    <p>No article has been taken in yet.</p>
    ${
      can(person, 'article.add')
        ? html`<p><a href="/articles/new">Take in the first one</a>: paste its text, or choose a file. Then read it and mark its claims.</p>`
        : html`<p>Ask a checker or an editor to take one in.</p>`
    }
  </div>`

const Filter = ({ q, kind }: ArticleFilter) => html`
  <form class="list-filter" action="/articles" method="get" role="search" aria-label="Articles">
    ${FilterSearch({ label: 'Title or outlet', value: q })}
    ${FilterSelect({ name: 'kind', label: 'Kind', chosen: kind, none: 'Any', options: worded(articleKinds, articleKindWords) })}
    <button>Show</button>
  </form>`

const List = ({ filter, page }: Shown) => html`
  <section aria-label="List">
    <p class="soft" role="status">${Total(filter, page)}</p>
    ${
      page.articles.length > 0
        ? html`<ul class="article-list">${page.articles.map(ArticleRow)}</ul>`
        : html`<p class="empty">${filter.before ? 'No article is older than these.' : 'No article matches.'} <a href="/articles">Show all articles</a></p>`
    }
    ${Pages({ before: filter.before, next: page.before, address: (before) => `/articles${filterQuery({ ...filter, before })}` })}
  </section>`

const Total = ({ q, kind }: ArticleFilter, { total }: ArticlePage) =>
  q || kind
    ? html`${counted(total, 'article')} found. <a href="/articles">Show all</a>`
    : `${counted(total, 'article')}, newest first`
