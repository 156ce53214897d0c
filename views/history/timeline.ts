import type { EventLine, FieldChange, Piece } from '../../server/history/history.ts'
import { type Html, html } from '../html.ts'
import { When } from '../parts/when.ts'

/** Lines of the history, newest first, each with an id of its own: `event-12`. */
export const Timeline = ({ lines }: { lines: EventLine[] }): Html =>
  lines.length === 0
    ? html`<p class="empty">Nothing has happened here yet.</p>`
    : html`<ol class="timeline">
        ${together(lines).map(Group)}
      </ol>`

// What was done to one claim at one stroke stands under one time, in the order it happened.
function together(lines: EventLine[]): EventLine[][] {
  const groups: EventLine[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    if (group?.[0] && isSameStroke(group[0], line)) group.unshift(line)
    else groups.push([line])
  }
  return groups
}

const isSameStroke = (a: EventLine, b: EventLine) =>
  a.at === b.at && a.actorId === b.actorId && a.claimId !== null && a.claimId === b.claimId

const Group = (group: EventLine[]) => html`
  <li>
    ${group[0] && When(group[0].at)}
    <div>${group.map(Line)}</div>
  </li>`

const Line = (line: EventLine) => html`
  <p id="event-${line.seq}" ${line.type === 'claim.moved' && html`class="moved"`}>${Sentence(line)}${line.byToken && html` <span class="soft">(a program, by an API token)</span>`}</p>
  ${line.changed.length > 0 && Changes(line.changed)}`

/** Who did what, in one sentence. */
export const Sentence = ({ actor, sentence }: Pick<EventLine, 'actor' | 'sentence'>) =>
  html`<b dir="auto">${actor}</b> ${sentence.map(Words)}`

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
