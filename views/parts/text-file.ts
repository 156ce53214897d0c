import { html } from '../html.ts'
import { type Typed, fieldId } from './typed.ts'

/** A file instead of a pasted text. It cannot be put back into a form: only its field comes again. */
export const TextFile = (typed: Typed) => {
  const id = fieldId(typed, 'file')
  const problem = typed.problems.file
  return html`<div class="field ${problem && 'wrong'}">
    <label for="${id}">Or choose a file</label>
    <input id="${id}" type="file" name="file" accept=".txt,.md,.html,.htm,.pdf,.docx,text/plain,text/markdown,text/html,application/pdf" aria-describedby="${id}-hint${problem && ` ${id}-problem`}" ${problem && html`aria-invalid="true"`} />
    <p class="hint" id="${id}-hint">.txt, .md or .html up to 5 MB, .pdf or .docx up to 25 MB. Of a saved page only the article is taken, as plain text.</p>
    ${problem && html`<p class="problem" id="${id}-problem">${problem}</p>`}
  </div>`
}
