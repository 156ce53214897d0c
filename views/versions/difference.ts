import { counted } from '../../server/values/count.ts'
import type { Difference, Part, Piece } from '../../server/versions/difference.ts'
import { type Html, html } from '../html.ts'

type Shown = { difference: Difference; language: string }

/** What differs between two texts, paragraph by paragraph; what is the same is only counted. */
export const DifferenceList = ({ difference: { parts, more }, language }: Shown): Html => html`
  <p class="hint">${Marks([{ kind: 'removed', text: 'struck out, after a minus' }])} stood in the older text, ${Marks([{ kind: 'added', text: 'underlined, after a plus' }])} stands in the newer one.</p>
  <div class="difference">${parts.map((part) => PartOf(part, language))}</div>
  ${more > 0 && html`<p class="soft">${counted(more, 'more changed paragraph')} not shown here.</p>`}`

const PartOf = (part: Part, language: string) =>
  part.kind === 'same'
    ? html`<p class="unchanged">${counted(part.paragraphs, 'paragraph')} without a change</p>`
    : html`<p class="changed" lang="${language}" dir="auto">${Marks(part.pieces)}</p>`

/** Words with what was removed struck out and what was added underlined; signs and hidden words say the same without colour. */
export const Marks = (pieces: readonly Piece[]): Html => html`${pieces.map(Mark)}`

const Mark = ({ kind, text }: Piece) => {
  if (kind === 'kept') return text
  if (kind === 'removed') return html`<del><span class="unseen" lang="en">removed: </span>${text}</del>`
  return html`<ins><span class="unseen" lang="en">added: </span>${text}</ins>`
}
