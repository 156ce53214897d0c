import type { GuideField } from '../../server/api/guide.ts'
import { html } from '../html.ts'

/** Fields that fold away, each with its type and what it means. */
export const GuideFields = (title: string, fields: readonly GuideField[]) => html`
  <details>
    <summary>${title}</summary>
    <dl class="guide-fields">
      ${fields.map(({ name, type, required, description }) => html`<div><dt><code>${name}</code></dt><dd><span class="soft">${type}${required && ', required'}</span> ${Marked(description)}</dd></div>`)}
    </dl>
  </details>`

/** A sentence of the document, in which what stands between backticks is a name. */
export const Marked = (text: string) =>
  text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))
