import type { EvidenceItem } from '../../server/evidence/evidence.ts'
import { stances } from '../../server/evidence/words.ts'
import { StanceMark } from '../evidence/stance-mark.ts'
import { html } from '../html.ts'
import { type Typed, fieldId, valuesOf } from '../parts/typed.ts'

type Shown = { items: readonly EvidenceItem[]; typed: Typed }

/** The evidence on a claim as boxes to tick: what a verdict rests on. `items` are those that stand. */
export const EvidenceChoice = ({ items, typed }: Shown) => {
  const id = fieldId(typed, 'evidence')
  const problem = typed.problems.evidence
  const ticked = new Set(valuesOf(typed, 'evidence'))
  const inOrder = stances.flatMap((stance) => items.filter((item) => item.stance === stance))
  return html`<fieldset class="rests field ${problem && 'wrong'}" id="${id}" tabindex="-1" aria-describedby="${id}-hint${problem && ` ${id}-problem`}">
    <legend>The evidence it rests on</legend>
    <p class="hint" id="${id}-hint">Untick what you looked at and did not use. It is kept with the verdict, so that others can follow it.</p>
    ${problem && html`<p class="problem" id="${id}-problem">${problem}</p>`}
    ${inOrder.length > 0 && html`<ul class="rests-list">${inOrder.map((item) => Piece(item, { id, ticked: ticked.has(String(item.id)) }))}</ul>`}
  </fieldset>`
}

const Piece = (item: EvidenceItem, { id, ticked }: { id: string; ticked: boolean }) => html`
  <li>
    <label>
      <input type="checkbox" name="evidence" id="${id}-${item.id}" value="${item.id}" ${ticked && html`checked`} />
      <span>${StanceMark(item.stance)} <span dir="auto">${item.source.title}</span>
        ${Excerpt(item)}</span>
    </label>
  </li>`

const Excerpt = ({ passage, note }: EvidenceItem) =>
  passage
    ? html`<q class="soft" dir="auto">${short(passage)}</q>`
    : note && html`<span class="soft" dir="auto">${short(note)}</span>`

const short = (text: string) => (text.length > 140 ? `${text.slice(0, 140).replace(/\s+\S*$/u, '')} …` : text)
