import { kindWords } from '../../server/claims/words.ts'
import type { Proposed } from '../../server/finding/words.ts'
import { levelWords, reasonText } from '../../server/finding/worthiness/words.ts'
import { type Html, html } from '../html.ts'
import { Who } from './candidate-panel.ts'

type Shown = { proposed: Proposed | undefined; language: string }

/** What the program had said when it proposed a claim, folded away under the claim that a person made of it. */
export const HadProposed = ({ proposed, language }: Shown): Html | false =>
  proposed !== undefined &&
  html`<details class="had-proposed">
    <summary>What Stet had proposed</summary>
    <dl>
      <div><dt>Words</dt><dd lang="${language}" dir="auto">${proposed.quote}</dd></div>
      <div><dt>Statement</dt><dd lang="${language}" dir="auto">${proposed.statement}</dd></div>
      <div><dt>Kind</dt><dd>${kindWords[proposed.kind]}</dd></div>
      ${Who(proposed)}
      <div><dt>Worth checking</dt><dd>${Worth(proposed)}</dd></div>
    </dl>
    <p class="hint">As it was when somebody accepted it. What stands in the claim is what people made of it since.</p>
  </details>`

const Worth = ({ level, score, shown, reasons }: Proposed) =>
  html`${levelWords[level]} (${score.toFixed(2)})${reasons.length > 0 && html`: ${reasons.map(reasonText).join(', ')}`}${shown && html`. Shown as ${levelWords[shown].toLowerCase()}, as this newsroom decided`}`
