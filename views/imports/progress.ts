import type { Import } from '../../server/imports/import.ts'
import { importStateWords } from '../../server/imports/words.ts'
import { html } from '../html.ts'

type Shown = Pick<
  Import,
  'id' | 'state' | 'rowCount' | 'doneRows' | 'added' | 'already' | 'leftOut' | 'undone' | 'kept' | 'undoneRow'
>

const number = (count: number) => count.toLocaleString('en')

/** How far an import is; it asks again by itself while it moves. */
export const Progress = (shown: Shown) => {
  const { id, state, rowCount, doneRows } = shown
  const moves = state === 'running' || state === 'undoing'
  const at = state === 'undoing' ? shown.undoneRow : doneRows
  return html`<div id="import-progress" class="import-progress" ${moves && html`hx-get="/imports/${id}/progress" hx-trigger="every 2s" hx-swap="outerHTML"`}>
    <p role="status"><strong>${importStateWords[state]}</strong>${moves && html`: row ${number(at)} of ${number(rowCount)}`}. ${number(shown.added)} added, ${number(shown.already)} already here, ${number(shown.leftOut)} left out.${(state === 'undone' || state === 'undoing') && html` ${number(shown.undone)} taken back, ${number(shown.kept)} kept, because somebody has worked on them or taken them back before.`}</p>
    ${moves && html`<progress max="${rowCount}" value="${at}" aria-label="How far it is"></progress> <p class="soft">It goes on when you leave this page, and after a restart. <span class="without-script">Load the page again to see how far it is.</span></p>`}
  </div>`
}
