import type { Article } from '../../server/articles/article.ts'
import { languageName } from '../../server/articles/languages.ts'
import { articleKindWords } from '../../server/articles/words.ts'
import { partialDateWords } from '../../server/values/partial-date.ts'
import { html } from '../html.ts'
import { Icon } from '../parts/icon.ts'
import { Day } from '../parts/when.ts'
import { Progress } from './progress.ts'

/** One article of a list: what it is, and how far the work on it is. */
export const ArticleRow = (article: Article) => html`
  <li id="article-${article.id}">
    <div>
      <h2><a href="/articles/${article.id}" lang="${article.language}" dir="auto">${article.title}</a></h2>
      <p class="article-line">${Facts(article).map((fact) => html`<span>${fact}</span>`)}</p>
    </div>
    ${Progress(article)}
  </li>`

const Facts = ({ outlet, publishedOn, kind, language, createdAt, signedOffAt }: Article) =>
  [
    outlet && html`<bdi>${outlet}</bdi>`,
    publishedOn && html`<time datetime="${publishedOn}">${partialDateWords(publishedOn)}</time>`,
    articleKindWords[kind],
    languageName(language),
    html`taken in ${Day(createdAt)}`,
    signedOffAt !== null && html`<span class="ok">${Icon('check')} signed off</span>`,
  ].filter((fact) => fact !== null && fact !== '' && fact !== false)
