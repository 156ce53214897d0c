import express, { type Express } from 'express'
import { assetBase, assetRoots } from '../views/assets.ts'
import { aboutRoutes } from './about/routes.ts'
import { accountRoutes, openRoutes } from './accounts/routes.ts'
import type { LastSeen } from './accounts/sign-in.ts'
import { agreementRoutes } from './agreement/routes.ts'
import { annotationRoutes } from './annotations/routes.ts'
import { publicAnnotationRoutes } from './annotations/public-routes.ts'
import { guideRoutes } from './api/guide-routes.ts'
import { apiRoutes } from './api/routes.ts'
import { articleRoutes } from './articles/routes.ts'
import { attemptRoutes } from './attempts/routes.ts'
import { publicBundleRoutes } from './bundles/public-routes.ts'
import { bundleRoutes } from './bundles/routes.ts'
import { bulkRoutes } from './bulk/routes.ts'
import { claimRoutes } from './claims/routes.ts'
import { commentRoutes } from './comments/routes.ts'
import { correctionRoutes } from './corrections/routes.ts'
import { deskRoutes } from './desk/routes.ts'
import { evidenceRoutes } from './evidence/routes.ts'
import { exportRoutes } from './exports/routes.ts'
import { feedRoutes } from './feeds/routes.ts'
import { findingRoutes } from './finding/routes.ts'
import { historyRoutes } from './history/routes.ts'
import { type Watch, newWatch } from './history/watch.ts'
import { formBody } from './http/body.ts'
import { errorPages, notFound } from './http/errors.ts'
import { knownHost, knownMethods, noStore, sameSite, securityHeaders } from './http/security.ts'
import { session } from './http/session.ts'
import { unread } from './http/unread.ts'
import { importRoutes } from './imports/routes.ts'
import { listsRoutes } from './lists/routes.ts'
import { jobKinds } from './job-kinds.ts'
import { jobRoutes } from './jobs/routes.ts'
import { notificationRoutes } from './notifications/routes.ts'
import { precedentRoutes } from './precedents/routes.ts'
import { readinessRoutes } from './readiness/routes.ts'
import { publicReportedRoutes } from './reported/public-routes.ts'
import { reportedRoutes } from './reported/routes.ts'
import { markupRoutes } from './reports/markup-routes.ts'
import { newPageCache } from './reports/page-cache.ts'
import { publicReportRoutes } from './reports/public-routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { roundRoutes } from './rounds/routes.ts'
import { scaleRoutes } from './scales/routes.ts'
import { searchRoutes } from './search/routes.ts'
import { settingRoutes } from './settings/routes.ts'
import { publicSiteRoutes } from './site/public-routes.ts'
import { siteRoutes } from './site/routes.ts'
import { snapshotRoutes } from './snapshots/routes.ts'
import { sourceRoutes } from './sources/routes.ts'
import { tokenRoutes } from './tokens/routes.ts'
import type { LastUsed } from './tokens/token.ts'
import { verdictRoutes } from './verdicts/routes.ts'
import { versionRoutes } from './versions/routes.ts'
import { archivingRoutes } from './archiving/routes.ts'
import { watchingRoutes } from './watching/routes.ts'
import { webhookRoutes } from './webhooks/routes.ts'
import type { World } from './world.ts'

/** What the server keeps in memory beside the requests: when people and tokens were last seen, and who watches the history. */
export type Kept = { seen?: LastSeen; used?: LastUsed; watch?: Watch }

/** The whole web application. Routers after `openRoutes` see signed-in people only. */
export function createApp(
  world: World,
  { seen = new Map(), used = new Map(), watch = newWatch(world.db) }: Kept = {},
): Express {
  const app = express()
  app.set('trust proxy', world.config.trustProxy)
  app.set('etag', false)
  app.set('query parser', false)
  app.set('case sensitive routing', true)
  app.disable('x-powered-by')
  app.use(securityHeaders(world.config))
  app.use(apiRoutes(world, used))
  app.use(knownMethods, knownHost(world.config), sameSite(world.config))
  for (const [path, folder] of Object.entries(assetRoots).reverse()) {
    app.use(assetBase + path, express.static(folder, { immutable: true, maxAge: '1y', index: false, redirect: false }))
  }
  const pages = newPageCache()
  app.use(feedRoutes(world, pages), publicAnnotationRoutes(world, pages), publicBundleRoutes(world))
  app.use(markupRoutes(world, pages))
  app.use(publicReportRoutes(world, pages), publicSiteRoutes(world, pages), publicReportedRoutes(world))
  app.use(noStore, session(world, seen), formBody)
  app.use(aboutRoutes(), guideRoutes(world))
  app.use(openRoutes(world), unread(world))
  app.use(deskRoutes(world), accountRoutes(world), settingRoutes(world), scaleRoutes(world), jobRoutes(world, jobKinds))
  app.use(tokenRoutes(world), webhookRoutes(world))
  app.use(historyRoutes(world, watch), agreementRoutes(world), searchRoutes(world))
  app.use(
    correctionRoutes(world),
    reportRoutes(world),
    siteRoutes(world),
    reportedRoutes(world),
    exportRoutes(world),
    annotationRoutes(world),
    bundleRoutes(world),
    versionRoutes(world),
    articleRoutes(world),
    findingRoutes(world),
    precedentRoutes(world),
    importRoutes(world),
    bulkRoutes(world),
    listsRoutes(world),
    claimRoutes(world),
    sourceRoutes(world),
    snapshotRoutes(world),
    watchingRoutes(world),
    archivingRoutes(world),
  )
  app.use(evidenceRoutes(world), readinessRoutes(world), attemptRoutes(world), verdictRoutes(world), roundRoutes(world))
  app.use(commentRoutes(world), notificationRoutes(world))
  app.use(notFound)
  app.use(errorPages(world))
  return app
}
