import { Router } from 'express'
import { GuidePage } from '../../views/api/guide-page.ts'
import { send } from '../http/reply.ts'
import { ownOrigin } from '../http/security.ts'
import { shell } from '../http/shell.ts'
import { replaySeconds } from '../webhooks/words.ts'
import type { World } from '../world.ts'
import { apiLimits } from './gate-routes.ts'
import { guide, guideShapes } from './guide.ts'
import { tags } from './operation.ts'
import { problemKinds } from './problems.ts'

/** What programs can do here and how, for everybody. */
export function guideRoutes({ config }: World): Router {
  const router = Router()
  router.get('/api', (req, res) => {
    const origin = ownOrigin(req, config)
    send(
      res,
      GuidePage({
        shell: shell(req, res),
        origin,
        entries: guide(origin),
        shapes: guideShapes(origin),
        tags,
        limits: apiLimits,
        kinds: problemKinds,
        replaySeconds,
      }),
    )
  })
  return router
}
