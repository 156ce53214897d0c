import type { listImports } from '../../server/imports/import.ts'
import { formatWords, importStateWords } from '../../server/imports/words.ts'
import { counted } from '../../server/values/count.ts'
import { html } from '../html.ts'
import { Layout, type Shell } from '../layout.ts'
import { Icon } from '../parts/icon.ts'
import { PageHead } from '../parts/page-head.ts'
import { Pages } from '../parts/pages.ts'
import { When } from '../parts/when.ts'

type Listed = Awaited<ReturnType<typeof listImports>>
type Page = { shell: Shell; before: number | undefined } & Listed

/** The files that were taken in, or wait to be, newest first. */
export const ImportsPage = ({ shell, before, imports, next }: Page) =>
  Layout({
    shell,
    title: 'Imports',
    main: html`
      ${PageHead('Imports', html`<a class="button main" href="/imports/new">${Icon('plus')} Import</a>`)}
      ${imports.length === 0 ? Nothing : html`<ul class="imports">${imports.map(Row)}</ul>`}
      ${Pages({ before, next, address: (at) => (at === undefined ? '/imports' : `/imports?before=${at}`) })}`,
  })

const Row = ({ id, fileName, state, rowCount, added, addedBy, createdAt, ...kind }: Listed['imports'][number]) => html`
  <li id="import-${id}">
    <p><a href="/imports/${id}" dir="auto">${fileName}</a></p>
    <p class="soft">${importStateWords[state]}. ${formatWords(kind)}, ${counted(rowCount, 'row')}${state !== 'draft' && `, ${added} added`}. <span dir="auto">${addedBy}</span>, ${When(createdAt)}.</p>
  </li>`

const Nothing = html`<div class="empty"><p>Nothing has been imported yet. Bring the spreadsheet that your newsroom kept its checks in: its rows become claims here, or checks of other publishers. Or the checks that others have marked up in a page or a feed.</p></div>`
