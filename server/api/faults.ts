import type { z } from 'zod'
import type { Fault } from './problems.ts'

/** What a schema found wrong, each with its place: a JSON pointer (RFC 6901), or the name of a parameter. */
export function faultsOf(error: z.ZodError, place: 'pointer' | 'parameter'): Fault[] {
  return error.issues.flatMap((issue) => {
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]
    const detail = issue.code === 'unrecognized_keys' ? 'There is no such field.' : issue.message
    return paths.map((path) =>
      place === 'pointer' ? { detail, pointer: pointerOf(path) } : { detail, parameter: String(path[0] ?? '') },
    )
  })
}

const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
