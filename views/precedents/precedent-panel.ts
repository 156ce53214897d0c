import type { Precedent } from '../../server/precedents/precedent.ts'
import { type Html, html } from '../html.ts'
import { PrecedentList } from './precedent-list.ts'

type Panel = { id: string; precedents: readonly Precedent[]; level?: 2 | 3 }

/** The nearest earlier checks of a claim as a section of its page or form; nothing where none is near enough. */
export const PrecedentPanel = ({ id, precedents, level = 2 }: Panel): Html | false =>
  precedents.length > 0 &&
  html`<section class="precedent-panel" id="precedents-${id}" aria-labelledby="precedents-${id}-title">
    ${level === 2 ? html`<h2 id="precedents-${id}-title">Checked before?</h2>` : html`<h3 id="precedents-${id}-title">Checked before?</h3>`}
    ${PrecedentList({ precedents })}
  </section>`

/** Says that it was looked for, and where to ask once more. */
export const NothingNear = ({ statement }: { statement: string }): Html => html`
  <p class="soft no-print"><strong>Checked before?</strong> Nothing decided here and no kept check of another publisher is near this claim. <a href="/precedents?${String(new URLSearchParams({ text: statement }))}">Ask in other words</a></p>`
