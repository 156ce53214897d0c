import type { Article } from '../../server/articles/article.ts'
import { type Html, html } from '../html.ts'
import { type Shell, Layout } from '../layout.ts'
import { Crumb, wayToArticle } from '../parts/crumb.ts'
import { Area, FormMessage, Hidden } from '../parts/field.ts'
import { TextFile } from '../parts/text-file.ts'
import { type Typed, valueOf } from '../parts/typed.ts'

type Page = { shell: Shell; article: Article; number: number; typed: Typed }

/** The form for the text of an article as it is now. */
export const NewVersionPage = ({ shell, article, number, typed }: Page): Html =>
  Layout({
    shell,
    title: 'Take in a new version',
    main: html`
      ${Crumb(...wayToArticle(article), { href: `/articles/${article.id}/versions`, name: 'Versions' })}
      <h1>Take in version ${number}</h1>
      <p class="soft">When the text was changed where it is published, take it in again. You see first what is different and what becomes of each claim; nothing is saved before you say so, and version ${number - 1} stays as it is.</p>
      ${FormMessage({ typed })}
      ${article.url && Fetch(article.id, article.url)}
      <form class="take-in" action="/articles/${article.id}/versions/preview" method="post" enctype="multipart/form-data" novalidate>
        <fieldset>
          <legend>The text as it is now</legend>
          <div class="either">${Area({ name: 'text', label: 'Paste the whole text', typed, rows: 14, hint: 'All of it, as when the article was taken in: what is missing here counts as removed.' })}</div>
          ${TextFile(typed)}
          ${Hidden('shape', valueOf(typed, 'shape'))}
        </fieldset>
        <p class="actions"><button class="main">See what is different</button> <a href="/articles/${article.id}">Cancel</a></p>
      </form>`,
  })

const Fetch = (articleId: number, url: string) => html`
  <form class="fetch-version" action="/articles/${articleId}/versions/fetch" method="post">
    <p>It stands at <a href="${url}" rel="noreferrer">${url}</a></p>
    <p class="hint">Fetching shows the address of this newsroom to the owner of the site. If that must not be, paste the text below.</p>
    <button>Fetch it again</button>
  </form>`
