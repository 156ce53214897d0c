import type { Article } from '../../server/articles/article.ts'
import { html } from '../html.ts'
import { type Shell, Layout } from '../layout.ts'
import { Crumb, wayToArticle } from '../parts/crumb.ts'
import { FormMessage, Hidden } from '../parts/field.ts'
import { type Typed, versionOf } from '../parts/typed.ts'
import { DetailFields, type OfferedScale } from './detail-fields.ts'

type Page = { shell: Shell; article: Article; scales: OfferedScale[]; typed: Typed }

/** The form for the details of an article. */
export const EditArticlePage = ({ shell, article, scales, typed }: Page) =>
  Layout({
    shell,
    title: 'Edit the details',
    main: html`
      ${Crumb(...wayToArticle(article))}
      <h1>Edit the details</h1>
      <p class="soft">The text itself is frozen: claims stand at places in it. Every change here is kept in the history.</p>
      ${FormMessage({ typed })}
      <form class="form" action="/articles/${article.id}" method="post">
        ${Hidden('version', versionOf(typed))}
        ${DetailFields({ typed, scales, isNew: false, languageHint: 'Type to find a language, or write its tag, such as pt-BR. Sentences stay as they were cut.' })}
        <p class="actions"><button class="main">Save</button> <a href="/articles/${article.id}">Cancel</a></p>
      </form>`,
  })
