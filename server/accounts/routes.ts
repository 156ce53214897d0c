import { type NextFunction, type Request, type Response, Router } from 'express'
import { BadRequest } from '../errors.ts'
import { see } from '../http/reply.ts'
import type { World } from '../world.ts'

/** What visitors may open; behind it, everyone is signed in. */
export function openRoutes(_world: World): Router {
  const router = Router()
  router.use(signedInOnly)
  return router
}

export function accountRoutes(_world: World): Router {
  return Router()
}

function signedInOnly(req: Request, res: Response, next: NextFunction): void {
  if (req.person) return next()
  if (req.method === 'POST') throw new BadRequest(401, 'Sign in first.')
  see(res, `/sign-in?next=${encodeURIComponent(req.originalUrl)}`)
}
