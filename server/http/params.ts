import type { Request } from 'express'
import { BadRequest, missing } from '../errors.ts'
import { readId } from '../values/row-id.ts'

/** The positive whole number in the path. Throws NotFound for anything else: such a thing cannot exist. */
export function idParam(req: Request, noun: string, name = 'id'): number {
  const text = req.params[name]
  return (typeof text === 'string' ? readId(text) : undefined) ?? missing(noun)
}

/** The query string as text by name. Throws BadRequest for a name given twice, or text that is not well-formed. */
export function query(req: Request): Record<string, string> {
  const found: Record<string, string> = Object.create(null)
  for (const [name, value] of pairs(req)) {
    if (name in found) throw new BadRequest(400, `The address names “${name}” twice.`)
    found[name] = value
  }
  return found
}

/** The query string by name, where a name may be given more than once, as boxes to tick are. Throws BadRequest for text that is not well-formed. */
export function queryLists(req: Request): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = Object.create(null)
  for (const [name, value] of pairs(req)) found[name] = name in found ? [found[name] ?? [], value].flat() : value
  return found
}

function pairs(req: Request): [string, string][] {
  const at = req.originalUrl.indexOf('?')
  const found = [...new URLSearchParams(at < 0 ? '' : req.originalUrl.slice(at + 1))]
  for (const [name, value] of found)
    if (value.includes('\0'))
      throw new BadRequest(400, `The address has a character in “${name}” that cannot be stored.`)
  return found
}
