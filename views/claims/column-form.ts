import { type ColumnKey, columnKeys, columnWords, columnsText } from '../../server/claims/column-words.ts'
import { type Filter, filterQuery } from '../../server/claims/filter.ts'
import { html } from '../html.ts'
import { Hidden } from '../parts/field.ts'

type Shown = { filter: Filter; columns: readonly ColumnKey[] }

/** Chooses what the table shows: in the address of this list, or remembered for every list that names no columns. */
export const ColumnForm = ({ filter, columns }: Shown) => html`
  <details class="column-form no-print">
    <summary>Columns</summary>
    <form method="get" action="/claims">
      ${[...new URLSearchParams(filterQuery({ ...filter, columns: null }))].map(([name, value]) => Hidden(name, value))}
      ${Hidden('columns', columnsText([]))}
      <fieldset>
        <legend class="unseen">Columns</legend>
        ${columnKeys.map((key) => html`<label><input type="checkbox" name="show_${key}" value="yes" ${columns.includes(key) && html`checked`} /> ${columnWords[key]}</label>`)}
      </fieldset>
      <p class="actions"><button>Show these</button></p>
    </form>
    ${filter.columns === null ? html`<p class="hint">They then stand in the address, so that whoever gets it sees the same.</p>` : Remember({ filter, columns })}
  </details>`

const Remember = ({ filter, columns }: Shown) => html`
  <form method="post" action="/claims/columns">
    ${Hidden('columns', columnsText(columns))} ${Hidden('list', filterQuery(filter))}
    <button>Remember these for me</button>
    <p class="hint">You then see them in every list whose address names no columns.</p>
  </form>`
