type Stored = string | number | boolean | null

/** Stored values as the fields of a form hold them, by field: nothing is '', a tick is `yes`. */
export function formValues(stored: Record<string, Stored>): Record<string, string> {
  return Object.fromEntries(Object.entries(stored).map(([name, value]) => [name, typedAs(value)]))
}

function typedAs(value: Stored): string {
  if (value === true) return 'yes'
  return value === null || value === false ? '' : String(value)
}
