import { levelWords, levels, reasonText } from '../../server/finding/worthiness/words.ts'
import type { Explained, Worth } from '../../server/finding/worthiness/worthiness.ts'
import { type Html, html } from '../html.ts'

/** How much a sentence is worth checking, why, and what the program knows of its language. */
export const WorthOf = ({ reasons, knows, ...worth }: Explained): Html => html`
  <div class="worth">
    <h3>Worth checking: ${levelWords[worth.level].toLowerCase()} ${Steps(levels.indexOf(worth.level))}</h3>
    ${AsDecided(worth)}
    ${
      reasons.length > 0
        ? html`<ul>${reasons.map((reason) => html`<li class="${reason.raises ? 'up' : 'down'}">${reasonText(reason)}</li>`)}</ul>`
        : html`<p class="hint">Nothing in its words speaks for or against.</p>`
    }
    <p class="hint">${knows ? 'A suggestion from its words; you decide.' : 'In this language only numbers, signs and length are known, no words; you decide.'} <a href="/about#worth-checking">How it is worked out</a></p>
  </div>`

/** Says where the newsroom's own decisions have made it another level. */
export const AsDecided = ({ level, model }: Worth) =>
  model !== undefined &&
  model.level !== level &&
  html`<p class="as-decided"><a href="/settings/learning">As this newsroom decides</a>; the model alone would say ${levelWords[model.level].toLowerCase()}.</p>`

const Steps = (reached: number) =>
  html`<svg class="steps-of-worth" viewBox="0 0 34 10" aria-hidden="true" focusable="false">${levels.map((_level, step) => html`<rect class="${step <= reached ? 'full' : 'empty'}" x="${step * 12 + 0.5}" y="0.5" width="9" height="9" rx="1.5"></rect>`)}</svg>`
