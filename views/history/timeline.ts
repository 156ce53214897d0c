import type { EventLine } from '../../server/history/history.ts'
import { html } from '../html.ts'
import { When } from '../parts/when.ts'

/** Lines of the history, newest first. */
export const Timeline = ({ lines }: { lines: EventLine[] }) => html`
  <ol class="timeline">
    ${lines.map((line) => html`<li>${When(line.at)} ${line.actor} ${line.sentence.map((piece) => (typeof piece === 'string' ? piece : piece.text))}</li>`)}
  </ol>`
