import { z } from 'zod'
import { ownPath } from './own-path.ts'

/** A form that came in without a valid sign-in, to be shown again after one: where it was sent and what was typed. */
export type Resume = { action: string; fields: Record<string, string | string[]>; person: number | null }

const Stored = z.strictObject({
  action: z.string().max(4_000),
  fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  person: z.number().int().nullable(),
})

/** The form as text for a hidden field of the sign-in page. Passwords stay behind. */
export function packResume({ action, fields, person }: Resume): string {
  const kept = Object.entries(fields).filter(([name]) => !/password/i.test(name))
  return JSON.stringify({ action, fields: Object.fromEntries(kept), person })
}

/** The form out of that text, or undefined when it is none or leads away from this server. */
export function unpackResume(text: string | undefined): Resume | undefined {
  if (!text) return undefined
  const read = Stored.safeParse(parsed(text))
  if (!read.success || ownPath(read.data.action) !== read.data.action) return undefined
  return read.data
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
