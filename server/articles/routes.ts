import { Router } from 'express'
import type { World } from '../world.ts'
import { readingRoutes } from './reading-routes.ts'

export function articleRoutes(world: World): Router {
  const router = Router()
  router.use(readingRoutes(world))
  return router
}
