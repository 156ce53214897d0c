import type { Excerpt, Shown } from '../../server/snapshots/excerpt.ts'
import type { Mark } from '../../server/snapshots/place.ts'
import { html } from '../html.ts'
import { Icon } from '../parts/icon.ts'

type Text = { excerpt: Excerpt; mark: Mark | undefined; address: (query: string) => string }

/** A screen of the text of a copy, each paragraph with its number, which is its address. */
export const SnapshotText = ({ excerpt: { blocks, next, before, pages, total }, mark, address }: Text) => html`
  ${(next ?? before) !== undefined && Way({ next, before, address })}
  ${pages > 1 && PageChoice(pages)}
  <div class="copy-text" data-blocks="${total}">
    ${blocks.map((block) => Paragraph(block, mark))}
  </div>
  ${(next ?? before) !== undefined && Way({ next, before, address })}`

const Paragraph = (block: Shown, mark: Mark | undefined) => html`
  ${block.page !== undefined && html`<p class="copy-page" id="page-${block.page}">Page ${block.page}</p>`}
  <div class="copy-block ${block.kind}" id="p-${block.number}">
    <a class="copy-number" href="#p-${block.number}"><span class="unseen">Paragraph </span>${block.number}</a>
    <p dir="auto" data-start="${block.start}">${block.goesOn && html`<span class="soft">… </span>`}${Marked(block, mark)}</p>
  </div>`

function Marked({ start, text }: Shown, mark: Mark | undefined) {
  if (!mark || mark.end <= start || mark.start >= start + text.length) return text
  const [from, to] = [Math.max(0, mark.start - start), Math.min(text.length, mark.end - start)]
  const isFirst = mark.start >= start
  return html`${text.slice(0, from)}<mark ${isFirst && html`id="mark"`}>${text.slice(from, to)}</mark>${text.slice(to)}`
}

type Ways = { next: number | undefined; before: number | undefined; address: (query: string) => string }

const Way = ({ next, before, address }: Ways) => html`
  <div class="links pages no-print">
    ${before !== undefined && html`<a href="${address(`?from=${before}`)}">${Icon('arrow-left')} Before this</a>`}
    ${next !== undefined && html`<a href="${address(`?from=${next}`)}">Go on ${Icon('arrow-right')}</a>`}
  </div>`

const PageChoice = (pages: number) => html`
  <form class="list-filter no-print" method="get">
    <p><label for="page">Go to page (of ${pages.toLocaleString('en')})</label><input id="page" name="page" type="number" min="1" max="${pages}" required /></p>
    <button>Go</button>
  </form>`
