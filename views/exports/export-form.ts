import { type File, delimiterWords, delimiters, variantWords, variants } from '../../server/exports/words.ts'
import { html } from '../html.ts'
import { Hidden } from '../parts/field.ts'
import { Icon } from '../parts/icon.ts'

type ExportForm = {
  file: File
  /** What is exported, as `filterQuery` writes it: `article=1` for one article. */
  filter: string
  /** What the button says. */
  label?: string
}

/** A button that downloads the list as CSV, with the choices that few people need folded away. */
export const ExportForm = ({ file, filter, label = 'Export CSV' }: ExportForm) => html`
  <form class="export" id="export-${file}" method="post" action="/exports" data-download>
    ${Hidden('file', file)}${Hidden('filter', filter)}
    <button>${Icon('download')} ${label}</button>
    <details>
      <summary>Options</summary>
      <fieldset>
        <legend>Made for</legend>
        ${variants.map(
          (variant, index) =>
            html`<label><input type="radio" name="variant" value="${variant}" ${index === 0 && html`checked`} /> <b>${variantWords[variant].label}.</b> ${variantWords[variant].explained}</label>`,
        )}
      </fieldset>
      <label for="export-${file}-delimiter">Between cells</label>
      <select id="export-${file}-delimiter" name="delimiter">
        ${delimiters.map((delimiter) => html`<option value="${delimiter}">${delimiterWords[delimiter]}</option>`)}
      </select>
      <p class="hint">Evidence from confidential sources and withdrawn evidence is never in a file.</p>
    </details>
  </form>`
