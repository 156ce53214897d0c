import type { Article } from '../../server/articles/article.ts'
import type { Choices } from '../../server/claims/choices.ts'
import type { Precedent } from '../../server/precedents/precedent.ts'
import type { Context } from '../../server/claims/context.ts'
import { type Html, html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb, wayToArticle } from '../parts/crumb.ts'
import { FormMessage, Hidden } from '../parts/field.ts'
import { type Typed, valueOf } from '../parts/typed.ts'
import { PrecedentPanel } from '../precedents/precedent-panel.ts'
import { ClaimFields } from './claim-fields.ts'
import { QuoteInContext } from './quote-in-context.ts'

type New = { article: Article; context: Context; choices: Choices; precedents: readonly Precedent[]; typed: Typed }

/** The form a claim is made with, as a page of its own. */
export const ClaimNewPage = ({ shell, ...form }: New & { shell: Shell }): Html =>
  Layout({
    shell,
    title: 'New claim',
    main: html`
      ${Crumb(...wayToArticle(form.article))}
      <h1>New claim</h1>
      ${Form({ ...form, look: 'wide' })}`,
  })

/** The same form as a piece of the reading view. */
export const ClaimNewSection = (form: New): Html =>
  html`<section class="claim-new" id="claim-new" aria-labelledby="claim-new-title">
    <h2 id="claim-new-title">New claim</h2>
    ${Form({ ...form, look: 'narrow' })}
  </section>`

const places = ['article', 'text', 'start', 'end', 'candidate']

const Form = ({ article, context, choices, precedents, typed, look }: New & { look: 'wide' | 'narrow' }) => html`
  <form class="form claim-form ${look}" method="post" action="/claims">
    <div class="said-first">${FormMessage({ typed })} ${AlreadyThere(typed)}</div>
    <div class="about-quote">${QuoteInContext({ context, language: article.language })} ${PrecedentPanel({ id: 'new', precedents, level: look === 'wide' ? 2 : 3 })}</div>
    <div>
      ${places.map((name) => Hidden(name, valueOf(typed, name)))}
      ${ClaimFields({ typed, choices })}
      <p class="actions">
        <button class="main">Make the claim</button>
        <a href="/articles/${article.id}">Cancel</a>
      </p>
    </div>
  </form>`

const AlreadyThere = ({ theirs }: Typed) =>
  theirs?.claim &&
  html`<p class="message">
    <a href="/claims/${String(theirs.claim)}">Open claim ${String(theirs.number)}</a>, or write another statement if these words hold a second claim.
  </p>`
