import { Router } from 'express'
import type { World } from '../world.ts'
import { claimantRoutes } from './claimant-routes.ts'
import { facetRoutes } from './facet-routes.ts'
import { claimFormRoutes } from './form-routes.ts'
import { listRoutes } from './list-routes.ts'
import { placeRoutes } from './place-routes.ts'
import { claimRecordRoutes } from './record-routes.ts'

/** Everything at /claims and /claimants; fixed addresses come before those of single claims. */
export function claimRoutes(world: World): Router {
  const router = Router()
  router.use(
    listRoutes(world),
    facetRoutes(world),
    claimFormRoutes(world),
    placeRoutes(world),
    claimRecordRoutes(world),
    claimantRoutes(world),
  )
  return router
}
