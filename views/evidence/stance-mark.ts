import { type Stance, stanceWords } from '../../server/evidence/words.ts'
import { type Html, html } from '../html.ts'
import { Icon } from '../parts/icon.ts'

const shapes: Record<Stance, string> = { supports: 'check', refutes: 'x', context: 'file-text' }

/** A stance as shape, colour and word. */
export const StanceMark = (stance: Stance): Html =>
  html`<span class="stance-mark ${stance}">${Icon(shapes[stance])} ${stanceWords[stance]}</span>`
