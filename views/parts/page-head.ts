import { type Hole, html } from '../html.ts'

/** The heading of a page, and across from it what can be done there. */
export const PageHead = (title: string, beside: Hole) => html`
  <div class="page-head">
    <h1 dir="auto">${title}</h1>
    ${beside}
  </div>`
