import type { Grouping } from '../../server/independence/grouping.ts'
import { countWords, reasonWords } from '../../server/independence/words.ts'
import { html } from '../html.ts'

/** How many independent sources the evidence has, and which count as one and why; nothing for a single source. */
export const IndependenceNote = (grouping: Grouping) => {
  const words = countWords(grouping)
  return (
    words !== undefined &&
    html`<div class="independence">
      <p><b>${words}</b></p>
      ${reasonWords(grouping).map((reason) => html`<p dir="auto">${reason}</p>`)}
    </div>`
  )
}
