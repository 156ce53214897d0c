import { Router } from 'express'
import type { World } from '../world.ts'
import { siteEditRoutes } from './edit-routes.ts'

/** What the newsroom does about its public site. */
export function siteRoutes(world: World): Router {
  const router = Router()
  router.use(siteEditRoutes(world))
  return router
}
