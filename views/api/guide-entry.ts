import type { GuideAnswer, GuideEntry } from '../../server/api/guide.ts'
import { html } from '../html.ts'
import { GuideFields, Marked } from './guide-fields.ts'

/** One operation: its address, what it takes, and how it is asked for with curl. */
export const GuideEntrySection = (entry: GuideEntry) => html`
  <section class="guide-entry" aria-labelledby="op-${entry.id}">
    <h3 id="op-${entry.id}">${entry.summary}</h3>
    <p class="guide-address"><code><b>${entry.method}</b> ${entry.path}</code></p>
    <p>${Marked(entry.description ?? '')} ${takes(entry)}</p>
    ${entry.parameters.length > 0 && GuideFields('Parameters', entry.parameters)}
    ${entry.bodies.map((fields, index) => GuideFields(entry.bodies.length > 1 ? `The body, ${index === 0 ? 'one way' : 'or'}` : 'The body', fields))}
    ${entry.answer && Answer(entry.answer)}
    <pre class="command" tabindex="0"><code>${entry.curl}</code></pre>
    <p class="soft">May be answered with ${entry.problems.map((kind, index) => html`${index > 0 && ', '}<a href="#${kind}">${kind}</a>`)}.</p>
  </section>`

const takes = ({ scope, cost }: GuideEntry) =>
  html`${scope === null ? 'Any token will do.' : html`Takes the scope <code>${scope}</code>.`}${cost !== undefined && ` Counts as ${cost} requests.`}`

const Answer = (answer: GuideAnswer) =>
  'fields' in answer
    ? GuideFields('The answer', answer.fields)
    : html`<p>Answers with ${answer.isList ? 'a list of ' : ''}<a href="#shape-${answer.shape}">${answer.shape}</a>.</p>`
