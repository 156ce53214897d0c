import type { File } from '../../server/exports/words.ts'
import { html } from '../html.ts'
import { Hidden } from '../parts/field.ts'
import { Icon } from '../parts/icon.ts'

type ExportForm = {
  file: File
  /** What is exported, as it stands in an address after the `?`: `article=1` for one article. */
  filter: string
}

/** A button that downloads the list as CSV for spreadsheets, and the way to every other file and format. */
export const ExportForm = ({ file, filter }: ExportForm) => html`
  <form class="export" id="export-${file}" method="post" action="/exports" data-download>
    ${Hidden('file', file)}${Hidden('filter', filter)}
    <button>${Icon('download')} Export CSV</button>
    <a rel="nofollow" href="/exports/new?${[file === 'history' && 'of=history', filter].filter(Boolean).join('&')}">More files and formats</a>
  </form>`
