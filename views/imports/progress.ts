import type { Import } from '../../server/imports/import.ts'
import type { Stopped } from '../../server/imports/stopped.ts'
import { importStateWords } from '../../server/imports/words.ts'
import { html } from '../html.ts'
import { When } from '../parts/when.ts'

type Shown = {
  found: Pick<
    Import,
    'id' | 'state' | 'rowCount' | 'doneRows' | 'added' | 'already' | 'leftOut' | 'undone' | 'kept' | 'undoneRow'
  >
  stopped: Stopped | undefined
}

const number = (count: number) => count.toLocaleString('en')

/** How far an import is; it asks again by itself while it moves. */
export const Progress = ({ found, stopped }: Shown) => {
  const { id, state, rowCount, doneRows } = found
  const moves = state === 'running' || state === 'undoing'
  const asksAgain = moves && stopped?.nextTry !== null
  const at = state === 'undoing' ? found.undoneRow : doneRows
  return html`<div id="import-progress" class="import-progress" ${asksAgain && html`hx-get="/imports/${id}/progress" hx-trigger="every 2s" hx-swap="outerHTML"`}>
    <p role="status"><strong>${importStateWords[state]}</strong>${moves && html`: row ${number(at)} of ${number(rowCount)}`}. ${number(found.added)} added, ${number(found.already)} already here, ${number(found.leftOut)} left out.${(state === 'undone' || state === 'undoing') && html` ${number(found.undone)} taken back, ${number(found.kept)} kept, because somebody has worked on them or taken them back before.`}</p>
    ${moves && html`<progress max="${rowCount}" value="${at}" aria-label="How far it is"></progress>`}
    ${stopped ? Standstill(id, stopped) : moves && html`<p class="soft">It goes on when you leave this page, and after a restart. <span class="without-script">Load the page again to see how far it is.</span></p>`}
  </div>`
}

const Standstill = (id: number, { problem, nextTry }: Stopped) => html`
  <div class="message problem" role="alert">
    <p><strong>It has stopped.</strong> <span dir="auto">${problem}</span></p>
    <p>What was done stays, and no row is taken twice. ${nextTry === null ? 'It goes on from there when you run it again; if it stops at the same row once more, ask an admin to look under Jobs.' : html`It is tried again by itself at ${When(nextTry)}, from there.`}</p>
    <form method="post" action="/imports/${id}/going-on"><button>Run it again now</button></form>
  </div>`
