import type { EventLine, FieldChange, Piece } from '../../server/history/history.ts'
import { type Html, html } from '../html.ts'
import { When } from '../parts/when.ts'

/** Lines of the history, newest first, each with an id of its own: `event-12`. */
export const Timeline = ({ lines }: { lines: EventLine[] }): Html =>
  lines.length === 0
    ? html`<p class="empty">Nothing has happened here yet.</p>`
    : html`<ol class="timeline">
        ${lines.map(Line)}
      </ol>`

const Line = (line: EventLine) => html`
  <li id="event-${line.seq}">
    ${When(line.at)}
    <div><p><b dir="auto">${line.actor}</b> ${line.sentence.map(Words)}</p>${line.changed.length > 0 && Changes(line.changed)}</div>
  </li>`

const Words = (piece: Piece) => {
  if (typeof piece === 'string') return piece
  if (piece.quoted) return html`<q dir="auto">${piece.text}</q>`
  return piece.href ? html`<a href="${piece.href}" dir="auto">${piece.text}</a>` : piece.text
}

const Changes = (changed: FieldChange[]) => html`
  <details>
    <summary>${changed.length === 1 ? 'What changed' : `What changed: ${changed.length} fields`}</summary>
    <dl class="changes">
      ${changed.map(({ field, before, after }) => html`<div><dt>${field}</dt><dd><del dir="auto">${before}</del> <span class="unseen">became</span><span aria-hidden="true">→</span> <ins dir="auto">${after}</ins></dd></div>`)}
    </dl>
  </details>`
