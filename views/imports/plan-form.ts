import type { Column } from '../../server/imports/columns.ts'
import type { Import } from '../../server/imports/import.ts'
import type { KnownRating, Plan } from '../../server/imports/plan.ts'
import {
  columnFields,
  dateFields,
  dateOrders,
  fieldWords,
  importTargets,
  orderWords,
  ratingLabels,
  targetWords,
  unusedBy,
  valueWords,
} from '../../server/imports/words.ts'
import { counted } from '../../server/values/count.ts'
import { html } from '../html.ts'
import { Choice, Field, FormMessage, Hidden, Tick, worded } from '../parts/field.ts'
import { type Typed, fresh, versionOf } from '../parts/typed.ts'

type Shown = { found: Import; ratings: KnownRating[]; typed: Typed | undefined }

/** How the file is read, to be corrected. */
export const PlanForm = ({ found, ratings, typed: again }: Shown) => {
  const { id, columns, plan, version } = found
  const typed =
    again && Object.keys(again.values).length > 0
      ? again
      : { ...fresh(valuesOf(plan, columns, version)), problems: again?.problems ?? {} }
  const labels = ratingLabels(columns, plan.fields)
  return html`<form class="import-plan" method="post" action="/imports/${id}/plan">
    ${FormMessage({ typed })} ${Hidden('version', versionOf(typed))}
    <div class="import-whole">
      ${Choice({ name: 'target', label: 'The rows are', typed, options: worded(importTargets, targetWords), needed: true })}
      ${Field({ name: 'language', label: 'Language', typed, max: 35, required: true, hint: 'Such as en, de or uk.' })}
      ${Field({ name: 'publisher', label: 'Publisher of all of them', typed, max: 200, hint: 'For checks of another publisher, where no column says it.' })}
    </div>
    <fieldset>
      <legend>What the columns hold</legend>
      <div class="import-columns">${columns.map((column, at) => ColumnChoice({ column, at, plan, typed }))}</div>
    </fieldset>
    ${labels && labels.length > 0 && Labels({ labels, plan, ratings, typed })}
    ${Tick({ name: 'leaveOut', label: 'Leave out the rows that have problems', typed })}
    <p class="actions"><button>Read it this way</button></p>
  </form>`
}

const valuesOf = (
  { target, publisher, language, leaveOut, fields, orders, ratings }: Plan,
  columns: readonly Column[],
  version: number,
) => ({
  target,
  publisher,
  language,
  version,
  leaveOut: leaveOut ? 'yes' : '',
  ...Object.fromEntries(fields.map((field, at) => [`c${at}`, field])),
  ...Object.fromEntries(orders.map((order, at) => [`o${at}`, order])),
  ...Object.fromEntries((ratingLabels(columns, fields) ?? []).map(([label], at) => [`r${at}`, ratings[label] ?? ''])),
})

type OneColumn = { column: Column; at: number; plan: Plan; typed: Typed }

const ColumnChoice = ({ column, at, plan, typed }: OneColumn) => {
  const options = columnFields
    .filter((field) => !unusedBy[plan.target].includes(field))
    .map((value) => ({ value, label: fieldWords[value] }))
  const asksOrder = column.unsure.length > 0 && (plan.fields[at] === '' || dateFields.includes(plan.fields[at] ?? ''))
  return html`<div>
    ${Choice({ name: `c${at}`, label: column.name, typed, options, none: 'Leave it out', needed: true, hint: Samples(column) })}
    ${asksOrder && Choice({ name: `o${at}`, label: `Dates in “${column.name}”`, typed, options: worded(dateOrders, orderWords), none: 'Choose', needed: true, hint: `Such as ${column.unsure.join(', ')}. ${orderFacts(column)}` })}
  </div>`
}

const orderFacts = ({ orders }: Column): string =>
  [
    orders.dmy > 0 && `${counted(orders.dmy, 'date')} can only have the day first.`,
    orders.mdy > 0 && `${counted(orders.mdy, 'date')} can only have the month first.`,
  ]
    .filter(Boolean)
    .join(' ')

const Samples = ({ filled, samples }: Column) =>
  filled === 0
    ? 'Empty.'
    : html`${counted(filled, 'cell')}: ${samples.map((sample, at) => html`${at > 0 && ' · '}<bdi>${sample}</bdi>`)}`

type Shows = { labels: [string, number][]; plan: Plan; ratings: KnownRating[]; typed: Typed }

const Labels = ({ labels, plan, ratings, typed }: Shows) => {
  const options =
    plan.target === 'claims'
      ? ratings.map(({ id, label }) => ({ value: String(id), label }))
      : valueWords.map((label, at) => ({ value: String(at + 1), label }))
  return html`<fieldset>
    <legend>${plan.target === 'claims' ? 'What their ratings are here' : 'Where their ratings lie'}</legend>
    <p class="hint">The label is kept as it stands there in any case.${plan.target === 'claims' && ' A claim whose label is no rating of ours stays open.'}</p>
    <div class="import-labels">${labels.map(([label, times], at) => Choice({ name: `r${at}`, label: `“${label}”, ${counted(times, 'row')}`, typed, options, none: plan.target === 'claims' ? 'No rating of ours' : 'Not between false and true', needed: true }))}</div>
  </fieldset>`
}
