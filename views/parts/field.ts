import { type Hole, type Html, html } from '../html.ts'
import { type Typed, fieldId, valueOf, valuesOf } from './typed.ts'

/** `needed`: required only at times, so that the browser cannot enforce it and nothing calls it optional. */
type Base = { name: string; label: string; typed: Typed; hint?: Hole; required?: boolean; needed?: boolean }
type Input = Base & {
  type?: string
  autocomplete?: string
  list?: string
  placeholder?: string
  max?: number
  first?: boolean
}
type Area = Base & { rows?: number; dir?: 'auto'; max?: number; mentions?: boolean }
export type Option = { value: string; label: string }

/** The words of a fixed set as options, in its order. */
export const worded = <K extends string | number>(keys: readonly K[], words: Record<K, string>): Option[] =>
  keys.map((key) => ({ value: String(key), label: words[key] }))

/** People as options, by id. */
export const named = (people: readonly { id: number; name: string }[]): Option[] =>
  people.map(({ id, name }) => ({ value: String(id), label: name }))

/** A labelled input of one line, with its hint and its problem beside it; the page opens with the cursor in the `first`. */
export const Field = ({ type = 'text', autocomplete, list, placeholder, max, first, ...base }: Input) =>
  Labelled(
    base,
    html`<input
      id="${fieldId(base.typed, base.name)}"
      name="${base.name}"
      type="${type}"
      value="${type === 'password' ? '' : valueOf(base.typed, base.name)}"
      ${described(base)} ${base.required && html`required`} ${autocomplete && html`autocomplete="${autocomplete}"`}
      ${list && html`list="${list}"`} ${placeholder && html`placeholder="${placeholder}"`} ${max && html`maxlength="${max}"`}
      ${first && html`autofocus`} dir="auto"
    />`,
  )

/** A labelled text of several lines; with `mentions` it offers colleagues' names after an @. */
export const Area = ({ rows = 3, max, mentions, ...base }: Area) =>
  Labelled(
    base,
    // The line feed after the tag is dropped by HTML parsers; without it a leading one that was typed would be.
    html`<textarea id="${fieldId(base.typed, base.name)}" name="${base.name}" rows="${rows}" dir="auto" ${described(base)} ${base.required && html`required`} ${max && html`maxlength="${max}"`} ${mentions && html`data-mentions="/mentions.json"`}>
${valueOf(base.typed, base.name)}</textarea
    >`,
  )

/** A labelled list to choose one from; `none` is the label of choosing nothing. */
export const Choice = ({ options, none, ...base }: Base & { options: readonly Option[]; none?: string }) =>
  Labelled(
    base,
    html`<select id="${fieldId(base.typed, base.name)}" name="${base.name}" ${described(base)} ${base.required && html`required`}>
      ${none !== undefined && html`<option value="">${none}</option>`}
      ${options.map(({ value, label }) => html`<option value="${value}" ${valueOf(base.typed, base.name) === value && html`selected`}>${label}</option>`)}
    </select>`,
    (theirs) => options.find(({ value }) => value === theirs)?.label ?? none ?? 'nothing',
  )

/** A box to tick; ticked is sent as `yes`. */
export const Tick = (base: Base) => html`
  <div class="field tick">
    <label><input type="checkbox" id="${fieldId(base.typed, base.name)}" name="${base.name}" value="yes" ${valuesOf(base.typed, base.name).includes('yes') && html`checked`} ${described(base)} /> ${base.label}</label>
    ${Hint(base)} ${Problem(base)} ${Theirs(base, (value) => (value === 'yes' ? 'ticked' : 'not ticked'))}
  </div>`

/** What hides in a form: ids and versions. */
export const Hidden = (name: string, value: string | number) =>
  html`<input type="hidden" name="${name}" value="${value}" />`

/** What is wrong or to be known about the form as a whole, read out when it appears. */
export const FormMessage = ({ typed }: { typed: Typed }): Html => {
  const whole = typed.problems['']
  const [first, ...others] = Object.keys(typed.problems).filter((name) => name !== '')
  const count = others.length + 1
  return html`
    ${typed.notice && html`<p class="message notice" role="status">${typed.notice}</p>`}
    ${whole && html`<p class="message problem" role="alert">${whole}</p>`}
    ${first && html`<p class="message problem" role="alert">Nothing was saved yet. ${count === 1 ? html`<a href="#${fieldId(typed, first)}">One field</a> needs another look.` : html`${count} fields need another look; go to the <a href="#${fieldId(typed, first)}">first of them</a>.`}</p>`}`
}

const Labelled = (base: Base, control: Html, said?: (value: string) => string): Html => html`
  <div class="field ${base.typed.problems[base.name] && 'wrong'}">
    <label for="${fieldId(base.typed, base.name)}">${base.label}${!base.required && !base.needed && html` <span class="optional">optional</span>`}</label>
    ${control} ${Hint(base)} ${Problem(base)} ${Theirs(base, said)}
  </div>`

const Hint = ({ name, hint, typed }: Base) =>
  hint && html`<p class="hint" id="${fieldId(typed, name)}-hint">${hint}</p>`

const Problem = ({ name, typed }: Base) => {
  const problem = typed.problems[name]
  return problem && html`<p class="problem" id="${fieldId(typed, name)}-problem">${problem}</p>`
}

/** After a lost race: what a colleague saved in this field, where it is not what was typed; `said` puts it in words. */
export const Theirs = ({ name, typed }: Pick<Base, 'name' | 'typed'>, said = (value: string) => value || 'nothing') => {
  const theirs = typed.theirs?.[name]
  if (theirs === undefined || theirs === valueOf(typed, name)) return false
  return html`<div class="theirs"><p>Saved meanwhile by a colleague:</p><blockquote dir="auto">${[theirs].flat().map(said).join(', ') || said('')}</blockquote></div>`
}

/** How a word of a fixed set is said. */
export const saidAs =
  (words: Record<string, string>) =>
  (key: string): string =>
    words[key] ?? key

const described = ({ name, hint, typed }: Base) => {
  const wrong = typed.problems[name] !== undefined
  const ids = [hint && `${fieldId(typed, name)}-hint`, wrong && `${fieldId(typed, name)}-problem`]
    .filter(Boolean)
    .join(' ')
  return html`${ids && html`aria-describedby="${ids}"`} ${wrong && html`aria-invalid="true"`}`
}
