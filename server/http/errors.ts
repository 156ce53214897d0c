import type { NextFunction, Request, Response } from 'express'
import { ErrorPage } from '../../views/errors/error-page.ts'
import { BadInput, BadRequest, Conflict, Forbidden, NotFound, StorageBusy, TooMany } from '../errors.ts'
import type { World } from '../world.ts'
import { send } from './reply.ts'
import { shell } from './shell.ts'

type Told = { status: number; title: string; message: string }

/** Answers an address that nothing else answered. */
export function notFound(): never {
  throw new NotFound('page')
}

/** Turns whatever was thrown into a page that says what happened and where to go; what was not foreseen gets an id, also in the log. */
export function errorPages(world: World) {
  // Express knows an error handler by its four parameters.
  return (error: unknown, req: Request, res: Response, next: NextFunction): void => {
    if (res.headersSent) return next(error)
    const told = tell(error) ?? unforeseen(world, req, error)
    if (error instanceof TooMany) res.setHeader('Retry-After', error.seconds)
    send(res, ErrorPage({ shell: shell(req, res), ...told }), told.status)
  }
}

function tell(error: unknown): Told | undefined {
  if (error instanceof NotFound) return { status: 404, title: 'Not found', message: error.message }
  if (error instanceof Forbidden)
    return { status: 403, title: 'Not allowed', message: `${error.message} (Rule: ${error.rule}.)` }
  if (error instanceof Conflict) return { status: 409, title: 'Somebody was first', message: error.message }
  if (error instanceof BadInput) return { status: 422, title: 'Not saved', message: error.message }
  if (error instanceof TooMany) return { status: 429, title: 'Too many tries', message: error.message }
  if (error instanceof BadRequest) return { status: error.status, title: 'Not understood', message: error.message }
  if (error instanceof StorageBusy) return { status: 503, title: 'Busy', message: error.message }
  return tellParser(error)
}

// What Express's own body reader throws: the type names the case.
function tellParser(error: unknown): Told | undefined {
  if (!(error instanceof Error) || !('type' in error)) return undefined
  if (error.type === 'entity.too.large')
    return { status: 413, title: 'Too large', message: 'This is more than 2 MB of text, so it was not taken.' }
  if (error.type === 'parameters.too.many')
    return { status: 413, title: 'Too large', message: 'This form has too many fields.' }
  if (error.type === 'entity.verify.failed') return { status: 400, title: 'Not understood', message: error.message }
  if (error.type === 'encoding.unsupported')
    return { status: 415, title: 'Not understood', message: 'Send the request uncompressed.' }
  if (error.type === 'charset.unsupported')
    return { status: 415, title: 'Not understood', message: 'Send the form in UTF-8.' }
  if (error.type === 'request.aborted' || error.type === 'request.size.invalid')
    return { status: 400, title: 'Not understood', message: 'The form ended too early, so nothing was saved.' }
  return undefined
}

function unforeseen(world: World, req: Request, error: unknown): Told {
  if (error instanceof URIError)
    return { status: 400, title: 'Not understood', message: 'This address is not well-formed.' }
  const id = world.db.random.bytes(6).toString('hex')
  world.log.error({ id, method: req.method, path: req.path, err: error }, 'unforeseen error')
  const message = `Something went wrong on our side, and nothing was saved. If it happens again, tell whoever runs this server: error ${id}.`
  return { status: 500, title: 'Something went wrong', message }
}
