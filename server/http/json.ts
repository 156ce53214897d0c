import { BadRequest } from '../errors.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Reads bytes that are one JSON object. Throws BadRequest for anything else, and for a name that stands in an object twice:
 * which of the two is meant, programs disagree about.
 */
export function readJson(bytes: Uint8Array): Record<string, unknown> {
  const text = decoded(bytes)
  const value = parsed(text)
  if (!isObject(value)) throw new BadRequest(400, 'The body has to be a JSON object.')
  if (namesIn(value) !== namesWritten(text)) throw new BadRequest(400, 'A name stands twice in one object of the body.')
  return value
}

function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new BadRequest(400, 'The body holds bytes that are not UTF-8 text.')
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new BadRequest(400, 'The body is not well-formed JSON.')
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

// A colon outside of strings follows a name, so the two counts differ when one of two like names was dropped.
function namesWritten(text: string): number {
  let count = 0
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|:/g)) if (token === ':') count += 1
  return count
}

// With a list of its own instead of the stack: a body may be as deep as it is long.
function namesIn(value: unknown): number {
  const waiting = [value]
  let count = 0
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (typeof one !== 'object' || one === null) continue
    const within = Object.values(one)
    if (!Array.isArray(one)) count += within.length
    for (const inner of within) waiting.push(inner)
  }
  return count
}
