/** What a form's fields hold, by name. */
export type Values = Record<string, string | string[]>

/**
 * A form between two requests: what was typed, what is wrong with it by field ('' for the whole), what a colleague saved
 * meanwhile. `scope` keeps the ids of several forms on a page apart.
 */
export type Typed = {
  values: Values
  problems: Record<string, string>
  notice?: string
  theirs?: Values
  scope?: string
}

/** The id of a field's control; its label, hint and problem have ids made from it. */
export const fieldId = (typed: Typed, name: string): string => (typed.scope ? `${typed.scope}-${name}` : `f-${name}`)

/** A form that nobody has typed into yet. */
export const fresh = (values: Record<string, string | number | string[] | null | undefined> = {}): Typed => ({
  values: Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? value : value == null ? '' : String(value),
    ]),
  ),
  problems: {},
})

/** The text in a field, '' when there is none. */
export function valueOf(typed: Typed, name: string): string {
  const value = typed.values[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** The texts of a field that may be given more than once. */
export function valuesOf(typed: Typed, name: string): string[] {
  const value = typed.values[name]
  return Array.isArray(value) ? value : value === undefined || value === '' ? [] : [value]
}

/** The version that the form is about to replace: after a lost race the one shown beside what was typed, so that saving again wins. */
export const versionOf = (typed: Typed): string =>
  valueOf({ ...typed, values: typed.theirs ?? {} }, 'version') || valueOf(typed, 'version')
