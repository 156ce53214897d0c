import type { NextFunction, Request, Response } from 'express'
import { type ProblemKind, kindOfStatus, problemKinds } from '../api/problems.ts'
import {
  ApiRefusal,
  BadInput,
  BadRequest,
  Conflict,
  Forbidden,
  NotFound,
  StorageBusy,
  TooMany,
  isDiskFull,
} from '../errors.ts'
import type { World } from '../world.ts'
import { ownOrigin } from './security.ts'

type Told = { kind: ProblemKind; detail: string; more?: Record<string, unknown> }

/** Turns whatever was thrown into a problem (RFC 9457); what was not foreseen gets an id, also in the log. */
export function problems(world: World) {
  // Express knows an error handler by its four parameters.
  return (error: unknown, req: Request, res: Response, next: NextFunction): void => {
    if (res.headersSent) return next(error)
    const { kind, detail, more = {} } = tell(error) ?? unforeseen(world, req, error)
    if (error instanceof TooMany) res.setHeader('Retry-After', error.seconds)
    const { status, title } = problemKinds[kind]
    const type = `${ownOrigin(req, world.config)}/api#${kind}`
    res.status(status)
    res.setHeader('Content-Type', 'application/problem+json')
    res.end(req.method === 'HEAD' ? undefined : JSON.stringify({ type, title, status, detail, ...more }))
  }
}

function tell(error: unknown): Told | undefined {
  if (error instanceof ApiRefusal) return { kind: error.kind, detail: error.message, more: error.more }
  if (error instanceof NotFound) return { kind: 'not-found', detail: error.message }
  if (error instanceof Forbidden) return { kind: 'not-allowed', detail: error.message, more: { rule: error.rule } }
  if (error instanceof Conflict) return { kind: 'conflict', detail: error.message }
  if (error instanceof BadInput) return { kind: 'invalid', detail: error.message }
  if (error instanceof TooMany) return { kind: 'too-many', detail: error.message }
  if (error instanceof BadRequest) return { kind: kindOfStatus(error.status), detail: error.message }
  if (error instanceof StorageBusy) return { kind: 'busy', detail: error.message }
  if (error instanceof URIError) return { kind: 'not-understood', detail: 'This address is not well-formed.' }
  return tellReader(error)
}

// What Express's own body reader and SQLite throw.
function tellReader(error: unknown): Told | undefined {
  if (!(error instanceof Error)) return undefined
  if (isDiskFull(error)) return { kind: 'disk-full', detail: 'The disk is full, so nothing was saved.' }
  if (!('type' in error)) return undefined
  if (error.type === 'entity.too.large') return { kind: 'too-large', detail: 'The body is more than 2 MB.' }
  if (error.type === 'encoding.unsupported') return { kind: 'media-type', detail: 'Send the body uncompressed.' }
  if (error.type === 'request.aborted' || error.type === 'request.size.invalid')
    return { kind: 'not-understood', detail: 'The body ended too early.' }
  return undefined
}

function unforeseen(world: World, req: Request, error: unknown): Told {
  const id = world.db.random.bytes(6).toString('hex')
  world.log.error({ id, method: req.method, path: req.path, err: error }, 'unforeseen error')
  const detail = `Something went wrong on our side, and nothing was saved. Whoever runs this server finds more under error ${id}.`
  return { kind: 'unforeseen', detail, more: { id } }
}
