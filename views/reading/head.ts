import { type Person, can } from '../../server/accounts/permissions.ts'
import type { Text } from '../../server/articles/article.ts'
import type { Reading } from '../../server/articles/reading.ts'
import { articleKindWords } from '../../server/articles/words.ts'
import { partialDateWords } from '../../server/values/partial-date.ts'
import { ExportForm } from '../exports/export-form.ts'
import { html } from '../html.ts'
import { Crumb } from '../parts/crumb.ts'
import { Icon } from '../parts/icon.ts'
import { Coverage, Legend } from './coverage.ts'
import { directionOf } from './direction.ts'

type Head = { reading: Reading; person: Person }

/** What is known about the article, and what can be done with it. */
export const ArticleHead = ({ reading, person }: Head) => {
  const { article, text } = reading
  return html`
  <header class="article-head">
    ${Crumb({ href: '/articles', name: 'Articles' })}
    <h1 lang="${article.language}" dir="${directionOf(article.language)}">${article.title}</h1>
    <ul class="meta">
      ${article.kind !== 'article' && html`<li>${articleKindWords[article.kind]}</li>`}
      ${[article.outlet, article.byline].filter(Boolean).map((part) => html`<li><bdi>${part}</bdi></li>`)}
      ${article.publishedOn && html`<li><time datetime="${article.publishedOn}">${partialDateWords(article.publishedOn)}</time></li>`}
      ${article.url && html`<li><a href="${article.url}" rel="noreferrer">Original ${Icon('external-link')}</a></li>`}
      ${text.number > 1 && html`<li><a href="/articles/${article.id}/versions">All ${text.number} versions</a></li>`}
      <li>${Frozen(text)}</li>
    </ul>
    ${Coverage({ reading, person })}
    <div class="article-links no-print">
      ${ExportForm({ file: 'claims', filter: `article=${article.id}` })}
      ${can(person, 'article.edit') && html`<a href="/articles/${article.id}/edit">${Icon('pencil')} Edit details</a>`}
      ${can(person, 'article.addVersion') && html`<a href="/articles/${article.id}/versions/new">${Icon('plus')} New version</a>`}
      ${can(person, 'report.publish') && html`<a href="/articles/${article.id}/report">${Icon('file-text')} Report</a>`}
      <a href="/articles/${article.id}/history">${Icon('history')} History</a>
      <button type="button" class="plain needs-script" data-open="keys">Keys <kbd>?</kbd></button>
    </div>
    ${Legend}
  </header>`
}

const Frozen = ({ number, sha256 }: Text) => html`
  <details class="frozen">
    <summary>version ${number}, <span class="ok">${Icon('lock')} text frozen</span> <code>${sha256.slice(0, 8)}</code></summary>
    <p>SHA-256 of the text in UTF-8: <code>${sha256}</code>. Whoever has the text can work it out again: if it is the same, not one character was changed.</p>
  </details>`
