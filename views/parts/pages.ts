import { html } from '../html.ts'
import { Icon } from './icon.ts'

/** Where in a list a page begins, where the next one does, and the address of each; undefined stands for the beginning and the end. */
export type Neighbours = {
  before: number | undefined
  next: number | undefined
  address: (before: number | undefined) => string
  /** What the ways to the first and to the next page say, where the list does not begin with the newest. */
  words?: { first: string; next: string }
}

/** The way from page to page of a list that begins with the newest, unless said otherwise. */
export const Pages = ({ before, next, address, words = { first: 'Newest', next: 'Older' } }: Neighbours) =>
  (before ?? next) !== undefined &&
  html`<nav class="links pages no-print" aria-label="Pages">
    ${before !== undefined && html`<a href="${address(undefined)}">${Icon('arrow-left')} ${words.first}</a>`}
    ${next !== undefined && html`<a href="${address(next)}" rel="next">${words.next} ${Icon('arrow-right')}</a>`}
  </nav>`
