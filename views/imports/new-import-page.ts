import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { FormMessage } from '../parts/field.ts'
import { type Typed, fieldId } from '../parts/typed.ts'

/** The form that a file is sent with. */
export const NewImportPage = ({ shell, typed }: { shell: Shell; typed: Typed }) =>
  Layout({
    shell,
    title: 'Import a spreadsheet',
    main: html`
      ${Crumb({ href: '/imports', name: 'Imports' })}
      <h1>Import a spreadsheet</h1>
      <p class="imports-intro">Stet looks at its columns and proposes what they hold. You correct that, see the first rows as they would be and every problem, and confirm. Nothing is taken in before, and all of it can be undone.</p>
      <form class="form" method="post" action="/imports" enctype="multipart/form-data" novalidate>
        ${FormMessage({ typed })} ${File(typed)}
        <p class="actions"><button class="main">Look at the file</button> <a href="/imports">Cancel</a></p>
      </form>`,
  })

const File = (typed: Typed) => {
  const id = fieldId(typed, 'file')
  const problem = typed.problems.file
  return html`<div class="field ${problem && 'wrong'}">
    <label for="${id}">File</label>
    <input id="${id}" type="file" name="file" accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain" aria-describedby="${id}-hint${problem && ` ${id}-problem`}" ${problem && html`aria-invalid="true"`} />
    <p class="hint" id="${id}-hint">A .csv or .tsv file up to 100 MB, with the names of the columns in its first line and one claim in each row. An Excel file is saved as CSV first.</p>
    ${problem && html`<p class="problem" id="${id}-problem">${problem}</p>`}
  </div>`
}
