import type { ClaimPreview } from '../../server/reports/preview.ts'
import { partialDateWords } from '../../server/values/partial-date.ts'
import { html } from '../html.ts'
import { Day } from '../parts/when.ts'
import { directionOf } from '../reading/direction.ts'
import { OutLink } from '../sources/out-link.ts'

type Said = ClaimPreview['claimant']

/** A claimant with the role, as one line. */
export const Named = (claimant: Said) =>
  claimant && html`<bdi>${claimant.name}</bdi>${claimant.role && html`, <bdi>${claimant.role}</bdi>`}`

/** A date that may be known in part. */
export const Dated = (date: string) => html`<time datetime="${date}">${partialDateWords(date)}</time>`

/** Who said it, who reported it, when and where. */
export const SaidBy = ({ claimant, reportedBy, claimedOn, claimedPlace }: ClaimPreview) =>
  (claimant || reportedBy || claimedOn || claimedPlace) &&
  html`<dl class="said-by">
    ${claimant && html`<div><dt>Said by</dt><dd>${Named(claimant)}</dd></div>`}
    ${reportedBy && html`<div><dt>Reported by</dt><dd>${Named(reportedBy)}</dd></div>`}
    ${(claimedOn || claimedPlace) && html`<div><dt>When and where</dt><dd>${claimedOn && Dated(claimedOn)}${claimedOn && claimedPlace && ', '}<bdi>${claimedPlace}</bdi></dd></div>`}
  </dl>`

/** The words of the article, marked where they stand. */
export const QuoteInArticle = ({ quote, article }: ClaimPreview) => html`
  <figure class="in-article">
    <blockquote lang="${article.language}" dir="${directionOf(article.language)}"><p>${quote.before}<mark>${quote.exact}</mark>${quote.after}</p></blockquote>
    <figcaption>${ArticleLine(article)}</figcaption>
  </figure>`

type Article = ClaimPreview['article']

/** Where and when an article was published and by whom, after which the way to it. */
export const ArticleFacts = ({ outlet, byline, url, publishedOn }: Article) => {
  const facts = [
    outlet && html`<bdi>${outlet}</bdi>`,
    byline && html`<bdi>${byline}</bdi>`,
    publishedOn && Dated(publishedOn),
  ]
  return html`${facts.filter(Boolean).map((fact, at) => html`${at > 0 && ', '}${fact}`)} ${url && OutLink(url, 'Read it')}`
}

/** Which article it is, with the way to the original. */
const ArticleLine = ({ title, outlet, byline, url, publishedOn, language }: Article) =>
  html`<cite lang="${language}" dir="auto">${url ? html`<a href="${url}" rel="noreferrer noopener">${title}</a>` : title}</cite>${outlet && html`, <bdi>${outlet}</bdi>`}${byline && html`, <bdi>${byline}</bdi>`}${publishedOn && html`, ${Dated(publishedOn)}`}`

/** When something was published, and changed on another day. Times are instants (ISO 8601, UTC). */
export const Since = ({ publishedAt, updatedAt }: { publishedAt: string; updatedAt: string }) =>
  html`published ${Day(publishedAt)}${updatedAt.slice(0, 10) > publishedAt.slice(0, 10) && html`, changed ${Day(updatedAt)}`}`
