import type { z } from 'zod'
import { ApiRefusal, BadInput } from '../errors.ts'

type Value = string | number | boolean | null | string[] | undefined

/** What a form would send for these values, by field: a tick is `yes`, and what is null is left empty. */
function asTyped(values: Record<string, Value>): Record<string, string> {
  const typed: Record<string, string> = {}
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined || value === false) continue
    typed[name] = value === true ? 'yes' : Array.isArray(value) ? value.join(', ') : String(value ?? '')
  }
  return typed
}

/**
 * Reads values as the form for people reads them, so that the same rules hold, and the same messages tell of them. Throws
 * BadInput by field.
 */
export function throughForm<S extends z.ZodType>(form: S, values: Record<string, Value>): z.output<S> {
  const read = form.safeParse(asTyped(values))
  if (read.success) return read.data
  const problems: Record<string, string> = {}
  for (const { path, message } of read.error.issues) problems[String(path[0] ?? '')] ??= message
  throw new BadInput(problems)
}

/** Where in a body a field of a form stands, when nothing else is said: `claimedOn` is `/claimed_on`. */
export const usualPointer = (field: string): string =>
  field && `/${field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`

/** What is wrong with a form, as the problem of a body. */
export function asRefusal({ problems }: BadInput, pointer = usualPointer): ApiRefusal {
  const errors = Object.entries(problems).map(([field, detail]) => ({ detail, pointer: pointer(field) }))
  return new ApiRefusal('invalid', errors.map(({ detail }) => detail).join(' '), { errors })
}
