import type { Article } from '../../server/articles/article.ts'
import type { Choices } from '../../server/claims/choices.ts'
import type { Precedent } from '../../server/precedents/precedent.ts'
import type { Context } from '../../server/claims/context.ts'
import { type Html, html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb, wayToArticle } from '../parts/crumb.ts'
import { FormMessage, Hidden } from '../parts/field.ts'
import { type Typed, fieldId, valueOf } from '../parts/typed.ts'
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

// What is typed and asked for in the archive.
const asked = ['statement', 'claimant', 'claimedOn']
const places = ['article', 'text', 'start', 'end', 'candidate']

const Form = ({ article, context, choices, precedents, typed, look }: New & { look: 'wide' | 'narrow' }) => html`
  <form class="form claim-form ${look}" id="new-claim-form" method="post" action="/claims">
    <div class="said-first">${FormMessage({ typed })} ${AlreadyThere(typed)}</div>
    <div class="about-quote">${QuoteInContext({ context, language: article.language })} ${CheckedBefore({ typed, precedents, level: look === 'wide' ? 2 : 3 })}</div>
    <div>
      ${places.map((name) => Hidden(name, valueOf(typed, name)))}
      ${ClaimFields({ typed, choices })}
      <p class="actions">
        <button class="main">Make the claim</button>
        <a href="/articles/${article.id}">Cancel</a>
      </p>
    </div>
  </form>`

type Checked = Pick<New, 'typed' | 'precedents'> & { level: 2 | 3 }

/** Earlier checks of the claim that is being made, under a heading of that level; they follow what is typed. */
export const CheckedBefore = ({ typed, precedents, level }: Checked): Html =>
  html`<div id="checked-before" hx-get="/claims/new/checked?${placeQuery(typed)}&level=${level}" hx-include="${asked.map((name) => `#${fieldId(typed, name)}`).join(', ')}" hx-trigger="input from:#new-claim-form delay:500ms" hx-swap="outerHTML" aria-live="polite">${PrecedentPanel({ id: 'new', precedents, level })}</div>`

const placeQuery = (typed: Typed) =>
  String(new URLSearchParams(places.slice(0, 4).map((name): [string, string] => [name, valueOf(typed, name)])))

const AlreadyThere = ({ theirs }: Typed) =>
  theirs?.claim &&
  html`<p class="message">
    <a href="/claims/${String(theirs.claim)}">Open claim ${String(theirs.number)}</a>, or write another statement if these words hold a second claim.
  </p>`
