import { claimNumber } from '../../server/claims/words.ts'
import { html } from '../html.ts'

/** A place above a page. */
export type Place = { href: string; name: string }

/** The way down to a page, the nearest place last. */
export const Crumb = (...way: Place[]) =>
  html`<p class="crumb no-print">${way.map(({ href, name }, index) => html`${index > 0 && ' › '}<a href="${href}" dir="auto">${name}</a>`)}</p>`

type Claim = { id: number; articleId: number; articleTitle: string; number: number }

/** The way to a claim: its article, opened at it, and its record. */
export const wayToClaim = (claim: Claim): Place[] => [
  { href: `/articles/${claim.articleId}?claim=${claim.id}`, name: claim.articleTitle },
  { href: `/claims/${claim.id}`, name: `Claim ${claimNumber(claim)}` },
]

/** The way to an article. */
export const wayToArticle = ({ id, title }: { id: number; title: string }): Place[] => [
  { href: '/articles', name: 'Articles' },
  { href: `/articles/${id}`, name: title },
]

/** The way to a source. */
export const wayToSource = ({ id, title }: { id: number; title: string }): Place[] => [
  { href: '/sources', name: 'Sources' },
  { href: `/sources/${id}`, name: title },
]
