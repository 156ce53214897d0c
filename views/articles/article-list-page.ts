import { type Person, can } from '../../server/accounts/permissions.ts'
import { type ArticleFilter, filterQuery } from '../../server/articles/filter.ts'
import type { ArticlePage } from '../../server/articles/list.ts'
import { articleKindWords, articleKinds, countLimit } from '../../server/articles/words.ts'
import { html } from '../html.ts'
import { type Shell, Layout } from '../layout.ts'
import { Icon } from '../parts/icon.ts'
import { ArticleRow } from './article-row.ts'

type Shown = { person: Person; filter: ArticleFilter; page: ArticlePage }

/** The list of articles. */
export const ArticleListPage = ({ shell, ...shown }: Shown & { shell: Shell }) =>
  Layout({
    shell,
    title: 'Articles',
    main: html`
      <div class="page-head">
        <h1>Articles</h1>
        ${can(shown.person, 'article.add') && html`<a class="button main" href="/articles/new">${Icon('plus')} Take in an article</a>`}
      </div>
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
  <form class="article-filter" action="/articles" method="get" role="search" aria-label="Articles">
    <p><label for="by-q">Title or outlet</label><input id="by-q" type="search" name="q" value="${q}" maxlength="200" dir="auto" /></p>
    <p><label for="by-kind">Kind</label><select id="by-kind" name="kind">
      <option value="">Any</option>
      ${articleKinds.map((key) => html`<option value="${key}" ${key === kind && html`selected`}>${articleKindWords[key]}</option>`)}
    </select></p>
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
    ${Pages({ filter, page })}
  </section>`

function Total({ q, kind }: ArticleFilter, { total }: ArticlePage) {
  const count = total >= countLimit ? `${(countLimit - 1).toLocaleString('en')}+` : total.toLocaleString('en')
  const noun = total === 1 ? 'article' : 'articles'
  return q || kind ? html`${count} ${noun} found. <a href="/articles">Show all</a>` : `${count} ${noun}, newest first`
}

const Pages = ({ filter, page }: Pick<Shown, 'filter' | 'page'>) =>
  (filter.before !== undefined || page.before !== undefined) &&
  html`<nav class="links" aria-label="Pages">
    ${filter.before !== undefined && html`<a href="/articles${filterQuery({ ...filter, before: undefined })}">Newest</a>`}
    ${page.before !== undefined && html`<a href="/articles${filterQuery({ ...filter, before: page.before })}" rel="next">Older ${Icon('arrow-right')}</a>`}
  </nav>`
