import type { Request } from 'express'
import { BadRequest, missing } from '../errors.ts'
import { readId } from '../row-id.ts'

/** The positive whole number in the path. Throws NotFound for anything else: such a thing cannot exist. */
export function idParam(req: Request, noun: string, name = 'id'): number {
  const text = req.params[name]
  return (typeof text === 'string' ? readId(text) : undefined) ?? missing(noun)
}

/** The query string as text by name. Throws BadRequest for a name given twice, or text that is not well-formed. */
export function query(req: Request): Record<string, string> {
  const found: Record<string, string> = Object.create(null)
  const at = req.originalUrl.indexOf('?')
  const search = at < 0 ? '' : req.originalUrl.slice(at + 1)
  for (const [name, value] of new URLSearchParams(search)) {
    if (name in found) throw new BadRequest(400, `The address names “${name}” twice.`)
    if (value.includes('\0'))
      throw new BadRequest(400, `The address has a character in “${name}” that cannot be stored.`)
    found[name] = value
  }
  return found
}
