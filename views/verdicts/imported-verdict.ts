import { partialDateWords } from '../../server/values/partial-date.ts'
import type { ImportedVerdict } from '../../server/verdicts/imported.ts'
import { html } from '../html.ts'

type Shown = { imported: ImportedVerdict; mayOpen: boolean }

/** What the file says that a claim came out of. It is nobody's verdict here, and never published by itself. */
export const ImportedNote = ({ imported, mayOpen }: Shown) => html`
  <div class="imported-verdict">
    <h3>Imported verdict</h3>
    <p><strong dir="auto">${imported.label}</strong>${imported.checkedOn && html`, checked ${partialDateWords(imported.checkedOn)}`}${imported.checker && html`, by <span dir="auto">${imported.checker}</span>`}${imported.url && html` (<a href="${imported.url}" rel="noreferrer">the check</a>)`}</p>
    ${imported.rationale && html`<p class="rationale" dir="auto">${imported.rationale}</p>`}
    <p class="soft">From line ${imported.line} of ${mayOpen ? html`<a href="/imports/${imported.importId}" dir="auto">${imported.fileName}</a>` : html`<span dir="auto">${imported.fileName}</span>`}. Nobody here has given it, so it cannot be published: give a verdict of your own for that.</p>
  </div>`
