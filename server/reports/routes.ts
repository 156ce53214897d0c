import { Router } from 'express'
import type { World } from '../world.ts'
import { claimPublishingRoutes } from './claim-routes.ts'
import { missingPageRoutes } from './missing-page-routes.ts'
import { reportRoutes as articleRoutes } from './report-routes.ts'

/** What editors do about what readers see. */
export function reportRoutes(world: World): Router {
  const router = Router()
  router.use(claimPublishingRoutes(world), articleRoutes(world), missingPageRoutes(world))
  return router
}
