import { Router } from 'express'
import { listPeople } from '../accounts/person.ts'
import { sendJson } from '../http/reply.ts'
import type { World } from '../world.ts'
import { discussionRoutes } from './discussion-routes.ts'
import { threadRoutes } from './thread-routes.ts'

/** Discussions of claims, and the names that can be mentioned in them. */
export function commentRoutes(world: World): Router {
  const router = Router()
  router.use(discussionRoutes(world), threadRoutes(world))

  router.get('/mentions.json', async (_req, res) => {
    const people = await listPeople(world.db.reader)
    sendJson(res, { names: people.filter((one) => !one.deactivatedAt).map(({ name }) => name) })
  })

  return router
}
