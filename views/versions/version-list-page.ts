import { type Person, can } from '../../server/accounts/permissions.ts'
import type { Article } from '../../server/articles/article.ts'
import type { VersionLine } from '../../server/versions/version.ts'
import { type Html, html } from '../html.ts'
import { type Shell, Layout } from '../layout.ts'
import { Crumb, wayToArticle } from '../parts/crumb.ts'
import { Icon } from '../parts/icon.ts'
import { PageHead } from '../parts/page-head.ts'
import { When } from '../parts/when.ts'
import { CompareForm } from './compare-form.ts'

type Page = { shell: Shell; person: Person; article: Article; versions: readonly VersionLine[] }

/** Every version of an article. */
export const VersionListPage = ({ shell, person, article, versions }: Page): Html =>
  Layout({
    shell,
    title: 'Versions',
    main: html`
      ${Crumb(...wayToArticle(article))}
      ${PageHead('Versions', can(person, 'article.addVersion') && html`<a class="button" href="/articles/${article.id}/versions/new">${Icon('plus')} Take in a new version</a>`)}
      <p class="soft">Each is a frozen copy of the text, and never changes. Work goes on in the newest.</p>
      <ol class="version-list" reversed>${versions.map((version, index) => Line({ article, version, isNewest: index === 0 }))}</ol>
      ${versions.length > 1 ? CompareForm({ articleId: article.id, versions }) : html`<p>There is only one so far. When the article is changed where it is published, take it in again: the claims follow their words.</p>`}`,
  })

type Shown = { article: Article; version: VersionLine; isNewest: boolean }

const Line = ({ article, version, isNewest }: Shown) => html`
  <li value="${version.number}">
    <a href="/articles/${article.id}${!isNewest && `/versions/${version.number}`}">Version ${version.number}</a>${isNewest && html` <strong>the newest</strong>`}
    <p class="soft">taken in ${When(version.createdAt)}${version.by && html` by <span dir="auto">${version.by}</span>`}, ${version.length.toLocaleString('en')} characters</p>
    <p class="soft">SHA-256 <code>${version.sha256}</code></p>
  </li>`
