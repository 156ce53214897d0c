import { type Person, can } from '../../server/accounts/permissions.ts'
import type { Article } from '../../server/articles/article.ts'
import type { SignOff } from '../../server/articles/sign-off.ts'
import { type Html, html } from '../html.ts'
import { Icon } from '../parts/icon.ts'
import { Day } from '../parts/when.ts'

type Shown = { article: Article; signOff: SignOff | undefined; person: Person }

/** Whether the article is signed off, by whom, and the next step on that way. */
export function SignOffLine({ article, signOff, person }: Shown): Html | false {
  if (signOff) return SignedOff(article, signOff, person)
  if (!can(person, 'article.signOff')) return false
  if (article.lookedAtCount === article.sentenceCount) return Ready(article.id)
  return (
    can(person, 'article.waive') &&
    article.lookedAtCount > 0 &&
    html`<a class="no-print" href="/articles/${article.id}/sign-off">Sign off although sentences are left</a>`
  )
}

const Ready = (articleId: number) =>
  html`<form class="no-print" action="/articles/${articleId}/sign-off" method="post"><button class="main">${Icon('check')} Sign off</button> <span class="soft">Every sentence was looked at.</span></form>`

const SignedOff = ({ id }: Article, { by, at, waiver }: SignOff, person: Person) => html`
  <p class="signed-off"><span class="ok">${Icon('check')} Signed off</span> by <a href="/people/${by.id}">${by.name}</a>, ${Day(at)}${waiver !== null && html`, with sentences left: <q dir="auto">${waiver}</q>`}</p>
  ${can(person, 'article.signOff') && html`<form class="no-print" action="/articles/${id}/sign-off/withdrawal" method="post"><button class="plain">Take it back</button></form>`}`
