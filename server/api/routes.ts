import { type Request, type RequestHandler, type Response, Router } from 'express'
import { z } from 'zod'
import { ApiRefusal, missing } from '../errors.ts'
import { type Entity, entityOf, sendEntity } from '../http/entity.ts'
import { jsonBody } from '../http/json-body.ts'
import { idParam, query } from '../http/params.ts'
import { problems } from '../http/problem.ts'
import { knownHost, noStore, ownOrigin, sameSite } from '../http/security.ts'
import type { LastUsed } from '../tokens/token.ts'
import type { World } from '../world.ts'
import { apiBase } from './cursor.ts'
import { faultsOf } from './faults.ts'
import { gate } from './gate-routes.ts'
import { openApi } from './openapi.ts'
import type { Operation, Reading, Refusing } from './operation.ts'
import { operations } from './operations.ts'
import { change } from './write-routes.ts'

/** Everything below /api but the page itself: no cookies, no forms, and every error a problem (RFC 9457). */
export function apiRoutes(world: World, used: LastUsed): Router {
  const router = Router({ caseSensitive: true })
  router.use((req, _res, next) => next(isOurs(req) ? undefined : 'router'))
  router.use('/api', noStore, knownHost(world.config), sameSite(world.config))
  router.get(`${apiBase}/openapi.json`, (req, res) => sendEntity(req, res, documentFor(ownOrigin(req, world.config))))
  const pass = gate(world, used)
  for (const operation of operations) {
    const path = expressPath(operation)
    router[operation.method](path, pass(operation), ...handlers(world, operation))
  }
  for (const [path, methods] of methodsByPath()) router.all(path, refuseMethod(methods))
  router.use('/api', () => missing('address in the API'))
  router.use('/api', problems(world))
  return router
}

const documents = new Map<string, Entity>()

// Made once for an address: where PUBLIC_URL is not set, a request may name any.
function documentFor(origin: string): Entity {
  const known = documents.get(origin)
  if (known) return known
  const document = entityOf(openApi(origin))
  if (documents.size < 10) documents.set(origin, document)
  return document
}

// What people read at /api is one of the pages.
const isOurs = ({ path, method }: Request) =>
  path.startsWith('/api/') || (path === '/api' && method !== 'GET' && method !== 'HEAD')

const expressPath = ({ path }: Pick<Operation, 'path'>) => `${apiBase}${path.replace('{id}', ':id')}`

function methodsByPath(): Map<string, string[]> {
  const byPath = new Map<string, string[]>()
  for (const operation of operations) {
    const names = operation.method === 'get' ? ['GET', 'HEAD'] : [operation.method.toUpperCase()]
    const path = expressPath(operation)
    byPath.set(path, [...(byPath.get(path) ?? []), ...names])
  }
  return byPath
}

const refuseMethod =
  (methods: string[]): RequestHandler =>
  (req, res) => {
    res.setHeader('Allow', methods.join(', '))
    throw new ApiRefusal('method-not-allowed', `This address does not take ${req.method}.`)
  }

function handlers(world: World, operation: Operation): RequestHandler[] {
  if ('refuses' in operation) return [refuse(operation)]
  if (operation.method === 'get') return [(req, res) => answer(world, operation, req, res)]
  return [...jsonBody, (req, res) => change(world, operation, req, res)]
}

const refuse =
  ({ refuses }: Refusing): RequestHandler =>
  () => {
    throw new ApiRefusal('people-only', refuses)
  }

const none = z.strictObject({})

async function answer(world: World, { query: schema = none, read, path }: Reading, req: Request, res: Response) {
  const asked = schema.safeParse(query(req))
  if (!asked.success)
    throw new ApiRefusal('not-understood', 'The address has a parameter that is not as it has to be.', {
      errors: faultsOf(asked.error, 'parameter'),
    })
  const asking = { world, bearer: req.bearer, conn: world.db.reader, origin: ownOrigin(req, world.config) }
  const id = path.includes('{id}') ? idParam(req, 'thing') : 0
  sendEntity(req, res, entityOf(await read(asking, { id, query: asked.data })))
}
