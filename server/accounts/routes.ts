import { Router } from 'express'
import type { World } from '../world.ts'
import { ownAccountRoutes } from './account-routes.ts'
import { signedInOnly } from './ask-routes.ts'
import { invitationRoutes } from './invitation-routes.ts'
import { invitingRoutes } from './inviting-routes.ts'
import { passwordLinkRoutes } from './password-link-routes.ts'
import { peopleRoutes } from './people-routes.ts'
import { setupRoutes } from './setup-routes.ts'
import { signInRoutes } from './sign-in-routes.ts'

/** What visitors may open; behind it, everyone is signed in. */
export function openRoutes(world: World): Router {
  const router = Router()
  router.use(setupRoutes(world), invitationRoutes(world), passwordLinkRoutes(world), signInRoutes(world))
  router.use(signedInOnly(world))
  return router
}

/** One's own account, and the people of the newsroom. */
export function accountRoutes(world: World): Router {
  const router = Router()
  router.use(ownAccountRoutes(world), invitingRoutes(world), peopleRoutes(world))
  return router
}
