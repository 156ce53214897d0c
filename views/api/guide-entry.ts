import type { GuideEntry, GuideField } from '../../server/api/guide.ts'
import { html } from '../html.ts'

/** One operation: its address, what it takes, and how it is asked for with curl. */
export const GuideEntrySection = (entry: GuideEntry) => html`
  <section class="guide-entry" aria-labelledby="op-${entry.id}">
    <h3 id="op-${entry.id}">${entry.summary}</h3>
    <p class="guide-address"><code><b>${entry.method}</b> ${entry.path}</code></p>
    <p>${marked(entry.description ?? '')} ${takes(entry)}</p>
    ${entry.parameters.length > 0 && Fields('Parameters', entry.parameters)}
    ${entry.bodies.map((fields, index) => Fields(entry.bodies.length > 1 ? `The body, ${index === 0 ? 'one way' : 'or'}` : 'The body', fields))}
    <pre class="command" tabindex="0"><code>${entry.curl}</code></pre>
    <p class="soft">May be answered with ${entry.problems.map((kind, index) => html`${index > 0 && ', '}<a href="#${kind}">${kind}</a>`)}.</p>
  </section>`

const takes = ({ scope, cost }: GuideEntry) =>
  html`${scope === null ? 'Any token will do.' : html`Takes the scope <code>${scope}</code>.`}${cost !== undefined && ` Counts as ${cost} requests.`}`

const Fields = (title: string, fields: readonly GuideField[]) => html`
  <details>
    <summary>${title}</summary>
    <dl class="guide-fields">
      ${fields.map(({ name, type, required, description }) => html`<div><dt><code>${name}</code></dt><dd><span class="soft">${type}${required && ', required'}</span> ${marked(description)}</dd></div>`)}
    </dl>
  </details>`

// What stands between backticks is a name of the document.
const marked = (text: string) =>
  text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))
