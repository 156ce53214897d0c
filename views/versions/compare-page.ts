import type { Article } from '../../server/articles/article.ts'
import type { Difference } from '../../server/versions/difference.ts'
import { type Html, html } from '../html.ts'
import { type Shell, Layout } from '../layout.ts'
import { Crumb, wayToArticle } from '../parts/crumb.ts'
import { CompareForm } from './compare-form.ts'
import { DifferenceList } from './difference.ts'

type Page = {
  shell: Shell
  article: Article
  versions: readonly { number: number }[]
  from: { number: number; sha256: string }
  to: { number: number; sha256: string }
  /** Nothing: the texts could not be compared in time. */
  difference: Difference | undefined
}

/** Two versions of an article held against each other. */
export const ComparePage = ({ shell, article, versions, from, to, difference }: Page): Html =>
  Layout({
    shell,
    title: `Version ${from.number} and version ${to.number}`,
    main: html`
      ${Crumb(...wayToArticle(article), { href: `/articles/${article.id}/versions`, name: 'Versions' })}
      <h1>From version ${from.number} to version ${to.number}</h1>
      ${CompareForm({ articleId: article.id, versions, from: from.number, to: to.number })}
      ${Body({ article, from, to, difference })}`,
  })

function Body({ article, from, to, difference }: Omit<Page, 'shell' | 'versions'>): Html {
  if (from.sha256 === to.sha256) return html`<p class="message notice">The two texts are the same, to the letter.</p>`
  if (!difference)
    return html`<p class="message problem">These two texts could not be compared in time. Try again in a minute, or read them one after the other: <a href="/articles/${article.id}/versions/${from.number}">version ${from.number}</a>, <a href="/articles/${article.id}/versions/${to.number}">version ${to.number}</a>.</p>`
  return DifferenceList({ difference, language: article.language })
}
