import { html } from '../html.ts'
import type { Option } from './field.ts'

type Search = { label: string; value: string | null }

/** The words that a list is narrowed by. */
export const FilterSearch = ({ label, value }: Search) =>
  html`<p class="wide"><label for="by-q">${label}</label> <input id="by-q" type="search" name="q" value="${value}" maxlength="200" dir="auto" /></p>`

type Select = {
  name: string
  label: string
  chosen: string | number | null | undefined
  options: readonly Option[]
  /** Further options under headings, after the plain ones. */
  groups?: readonly { label: string; options: readonly Option[] }[]
  none?: string
}

/** One thing that a list is narrowed by; `none` is the label of choosing nothing. */
export const FilterSelect = ({ name, label, chosen, options, groups = [], none }: Select) =>
  html`<p><label for="by-${name}">${label}</label> <select id="by-${name}" name="${name}">
    ${none !== undefined && html`<option value="">${none}</option>`}
    ${Options(options, chosen)} ${groups.map((group) => html`<optgroup label="${group.label}">${Options(group.options, chosen)}</optgroup>`)}
  </select></p>`

const Options = (options: readonly Option[], chosen: Select['chosen']) =>
  options.map(
    ({ value, label }) =>
      html`<option value="${value}" ${value === String(chosen ?? '') && html`selected`}>${label}</option>`,
  )
