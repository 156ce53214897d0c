import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Crumb } from '../parts/crumb.ts'
import { FetchOffer, SendsByEnter } from '../fetching/fetch-offer.ts'
import { Field, FormMessage } from '../parts/field.ts'
import { type Typed, fieldId } from '../parts/typed.ts'

/** The form that a file is sent with. */
export const NewImportPage = ({ shell, typed }: { shell: Shell; typed: Typed }) =>
  Layout({
    shell,
    title: 'Import',
    main: html`
      ${Crumb({ href: '/imports', name: 'Imports' })}
      <h1>Import</h1>
      <p class="imports-intro">Bring the spreadsheet that your newsroom kept its checks in, files that Stet exported, or checks of other publishers as they mark them up for search engines. You see what each would become and every problem, and confirm. Nothing is taken in before, and all of it can be undone.</p>
      <form class="form" method="post" action="/imports" enctype="multipart/form-data" novalidate>
        ${SendsByEnter} ${FormMessage({ typed })} ${File(typed)}
        <p class="actions"><button class="main">Look at the file</button> <a href="/imports">Cancel</a></p>
        <section aria-labelledby="by-address">
          <h2 id="by-address">Or checks of another publisher by their address</h2>
          ${Field({ name: 'address', label: 'Address', typed, type: 'url', needed: true, hint: 'Of a page with a check, or of a feed of them.', placeholder: 'https://' })}
          ${FetchOffer({ action: '/imports/fetch', label: 'Fetch its checks', instead: 'If they must not know, save the page in your browser and choose the file.' })}
        </section>
      </form>`,
  })

const File = (typed: Typed) => {
  const id = fieldId(typed, 'file')
  const problem = typed.problems.file
  return html`<div class="field ${problem && 'wrong'}">
    <label for="${id}">File</label>
    <input id="${id}" type="file" name="file" accept=".csv,.tsv,.txt,.json,.jsonld,.html,.htm,text/csv,text/tab-separated-values,text/plain,application/json,application/ld+json,text/html" aria-describedby="${id}-hint${problem && ` ${id}-problem`}" ${problem && html`aria-invalid="true"`} />
    <p class="hint" id="${id}-hint">A .csv or .tsv file up to 100 MB, with the names of the columns in its first line and one claim in each row. Save an Excel file as CSV first. Or JSON-LD with ClaimReviews, such as a DataFeed, up to 100 MB, or a saved page that holds some, up to 25 MB.</p>
    ${problem && html`<p class="problem" id="${id}-problem">${problem}</p>`}
  </div>`
}
