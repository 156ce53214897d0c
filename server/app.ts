import express, { type Express } from 'express'
import { assetBase, assetRoots } from '../views/assets.ts'
import { accountRoutes, openRoutes } from './accounts/routes.ts'
import type { LastSeen } from './accounts/sign-in.ts'
import { articleRoutes } from './articles/routes.ts'
import { claimRoutes } from './claims/routes.ts'
import { deskRoutes } from './desk/routes.ts'
import { evidenceRoutes } from './evidence/routes.ts'
import { exportRoutes } from './exports/routes.ts'
import { historyRoutes } from './history/routes.ts'
import { formBody } from './http/body.ts'
import { errorPages, notFound } from './http/errors.ts'
import { knownHost, knownMethods, noStore, sameSite, securityHeaders } from './http/security.ts'
import { session } from './http/session.ts'
import { readinessRoutes } from './readiness/routes.ts'
import { settingRoutes } from './settings/routes.ts'
import { sourceRoutes } from './sources/routes.ts'
import { verdictRoutes } from './verdicts/routes.ts'
import type { World } from './world.ts'

/** The whole web application. Routers after `openRoutes` see signed-in people only. */
export function createApp(world: World, seen: LastSeen = new Map()): Express {
  const app = express()
  app.set('trust proxy', world.config.trustProxy)
  app.set('etag', false)
  app.set('query parser', false)
  app.set('case sensitive routing', true)
  app.disable('x-powered-by')
  app.use(securityHeaders(world.config), knownMethods, knownHost(world.config), sameSite(world.config))
  for (const [path, folder] of Object.entries(assetRoots).reverse()) {
    app.use(assetBase + path, express.static(folder, { immutable: true, maxAge: '1y', index: false, redirect: false }))
  }
  app.use(noStore, session(world, seen), formBody)
  app.use(openRoutes(world))
  app.use(deskRoutes(world), accountRoutes(world), settingRoutes(world), historyRoutes(world))
  app.use(exportRoutes(world), articleRoutes(world), claimRoutes(world), sourceRoutes(world))
  app.use(evidenceRoutes(world), readinessRoutes(world), verdictRoutes(world))
  app.use(notFound)
  app.use(errorPages(world))
  return app
}
