import { type Person, can } from '../../server/accounts/permissions.ts'
import type { Article } from '../../server/articles/article.ts'
import { counted } from '../../server/values/count.ts'
import { type Html, html } from '../html.ts'
import { type Shell, Layout } from '../layout.ts'
import { Crumb, wayToArticle } from '../parts/crumb.ts'
import { Area, FormMessage } from '../parts/field.ts'
import type { Typed } from '../parts/typed.ts'

type Shown = { person: Person; article: Article; typed: Typed }

/** Where an article is signed off, and why if sentences are left. */
export const SignOffPage = ({ shell, ...shown }: Shown & { shell: Shell }) =>
  Layout({
    shell,
    title: 'Sign off',
    main: html`
      ${Crumb(...wayToArticle(shown.article))}
      <h1>Sign off the article</h1>
      <p class="soft">To sign off is to say: every sentence was looked at, and what can be checked in it is a claim. It is kept in the history under your name.</p>
      ${FormMessage({ typed: shown.typed })}
      ${Body(shown)}
      <p><a href="/articles/${shown.article.id}">Back to the article</a></p>`,
  })

function Body({ person, article, typed }: Shown): Html {
  const left = article.sentenceCount - article.lookedAtCount
  if (article.signedOffAt !== null) return html`<p class="message notice">This article is signed off.</p>`
  if (left === 0) return Form(article, 'All sentences were looked at.')
  const said = `${counted(left, 'sentence')} of ${article.sentenceCount.toLocaleString('en')} ${left === 1 ? 'was' : 'were'} not looked at yet.`
  if (!can(person, 'article.waive'))
    return html`<p>${said} Look at ${left === 1 ? 'it' : 'them'} first, or ask an editor to sign the article off as it is.</p>`
  return Form(
    article,
    said,
    Area({
      name: 'waiver',
      label: 'Why is it signed off all the same?',
      typed,
      needed: true,
      max: 500,
      hint: 'As in “The rest is a recipe” or “Only the speech was asked for”. Shown with the article.',
    }),
  )
}

const Form = (article: Article, said: string, field?: Html) => html`
  <form class="form" action="/articles/${article.id}/sign-off" method="post">
    <p>${said}</p>
    ${field}
    <p class="actions"><button class="main">Sign off</button></p>
  </form>`
