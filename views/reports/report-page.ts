import type { Article } from '../../server/articles/article.ts'
import { claimNumber } from '../../server/claims/words.ts'
import type { ReportToPublish } from '../../server/reports/report.ts'
import { type Html, html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb, wayToArticle } from '../parts/crumb.ts'
import { Area, Field, FormMessage, Tick } from '../parts/field.ts'
import { RatingBadge } from '../parts/rating-badge.ts'
import { type Typed, valuesOf } from '../parts/typed.ts'
import { Day, When } from '../parts/when.ts'

type Page = {
  shell: Shell
  article: Pick<Article, 'id' | 'title'>
  report: ReportToPublish
  typed: Typed
  withdrawing: Typed
}

/** Publishing the report of an article: what stands in it, under which address, and taking it down again. */
export const ReportPage = ({ shell, article, report, typed, withdrawing }: Page): Html =>
  Layout({
    shell,
    title: `Report of ${article.title}`,
    main: html`${Crumb(...wayToArticle(article))}
      <h1>The report of <bdi>${article.title}</bdi></h1>
      ${Now(report)} ${Claims(report)} ${Publish(article.id, report, typed)}
      ${report.publishedAt && TakeDown(article.id, withdrawing)}`,
  })

const Now = ({ path, publishedAt, gone }: ReportToPublish) => {
  if (publishedAt && path)
    return html`<p class="message notice">Public since ${When(publishedAt)}: <a href="${path}">read it as everybody does</a>.</p>`
  if (gone)
    return html`<div class="message"><p>Taken down on ${Day(gone.at)}. In its place stands:</p><blockquote dir="auto">${gone.note}</blockquote></div>`
  return html`<p>A report shows every published decision about this article on one page that everybody can read, each with a page of its own.</p>`
}

const Claims = ({ claims }: ReportToPublish) => {
  const published = claims.filter(({ state }) => state === 'published')
  return html`<section aria-labelledby="in-it">
    <h2 id="in-it">In the report</h2>
    ${published.length === 0 ? html`<p class="empty">No decision about this article is published yet.</p>` : html`<ul class="report-claims">${published.map(Published)}</ul>`}
    <p class="soft">A decision that is published later is added by itself. Unpublished claims are not mentioned, not even how many there are, unless you tick that below.</p>
  </section>`
}

type Claim = ReportToPublish['claims'][number]

const Published = (claim: Claim) => html`
  <li>${RatingBadge(claim.rating)} <a href="/claims/${claim.id}" dir="auto">${claim.statement}</a>${!claim.isPublic && html` <span class="soft">Published before there were public pages: <a href="/claims/${claim.id}/publication">make its page</a>.</span>`}</li>`

const Publish = (articleId: number, { claims, others, publishedAt, path }: ReportToPublish, typed: Typed) => {
  const decided = claims.filter(({ state }) => state === 'decided')
  return html`<section aria-labelledby="publish">
    <h2 id="publish">${publishedAt ? 'Publish it again' : 'Publish it'}</h2>
    <p>The report shows the title, outlet, byline, date and address of the article, its published claims, each as its own page shows it, and their corrections. ${publishedAt && 'Publishing again takes over what was changed about the article since.'}</p>
    <p>The text beyond the sentences around each quote, confidential evidence, the discussion, drafts and unpublished claims stay in the newsroom.</p>
    <form class="form" method="post" action="/articles/${articleId}/report">
      ${FormMessage({ typed })}
      ${decided.length > 0 && Decided(decided, typed)}
      ${Field({ name: 'slug', label: 'Address', required: true, max: 80, typed, hint: `The last part of the address: /reports/…${path ? ' Links to the one it has now keep working.' : ''}` })}
      ${Tick({ name: 'others', label: `Say how many other claims are marked in the article and not published: ${others} now`, typed, hint: 'The number is kept as it is now, until the report is published again.' })}
      <p class="actions"><button class="main">${publishedAt ? 'Publish again' : 'Publish the report'}</button> <a href="/articles/${articleId}">Back to the article</a></p>
    </form>
  </section>`
}

const Decided = (claims: Claim[], typed: Typed) => html`
  <fieldset class="report-choices">
    <legend>Decided, not published yet: tick what to publish with the report</legend>
    ${claims.map(
      (claim) =>
        html`<div class="report-choice"><label><input type="checkbox" name="claim" value="${claim.id}:${claim.decisionId}" ${valuesOf(typed, 'claim').includes(`${claim.id}:${claim.decisionId}`) && html`checked`} /> ${RatingBadge(claim.rating)} <span dir="auto">${claim.statement}</span></label> <a href="/claims/${claim.id}/publication">Preview<span class="unseen"> of claim ${claimNumber(claim)}</span></a></div>`,
    )}
    <p class="hint">${claims.length === 1 ? 'It' : 'Each'} becomes public exactly as its preview shows it.</p>
  </fieldset>`

const TakeDown = (articleId: number, typed: Typed) => html`
  <section aria-labelledby="take-down">
    <h2 id="take-down">Take it down</h2>
    <p>The page of the whole article is replaced by your note. The pages of its claims stay: a decision is taken back by a correction, with its own note.</p>
    <form class="form" method="post" action="/articles/${articleId}/report/withdrawal">
      ${FormMessage({ typed: { ...typed, scope: 'gone' } })}
      ${Area({ name: 'note', label: 'Note for readers', required: true, rows: 3, max: 1000, typed: { ...typed, scope: 'gone' }, hint: 'Why it is no longer there, in one or two plain sentences. Everybody can read it.' })}
      <p class="actions"><button>Take the report down</button></p>
    </form>
  </section>`
