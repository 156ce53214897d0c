import { Router } from 'express'
import type { World } from '../world.ts'
import { articleEditRoutes } from './edit-routes.ts'
import { articleListRoutes } from './list-routes.ts'
import { readingRoutes } from './reading-routes.ts'
import { signOffRoutes } from './sign-off-routes.ts'
import { takeInRoutes } from './take-in-routes.ts'

/** Everything about articles. `/articles/new` stands before `/articles/:id`. */
export function articleRoutes(world: World): Router {
  const router = Router()
  router.use(
    articleListRoutes(world),
    takeInRoutes(world),
    articleEditRoutes(world),
    signOffRoutes(world),
    readingRoutes(world),
  )
  return router
}
