import { type Request, type Response, Router } from 'express'
import { JobsPage } from '../../views/jobs/jobs-page.ts'
import type { Typed } from '../../views/parts/typed.ts'
import { permit } from '../accounts/permissions.ts'
import { Nothing } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam, query } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { readId } from '../values/row-id.ts'
import type { World } from '../world.ts'
import { keptDays } from './housekeeping.ts'
import { giveUp, listJobs, tryAgain } from './job.ts'
import type { JobKinds } from './kind.ts'
import { jobStates } from './words.ts'

const overview = ['failed', 'running', 'waiting', 'done', 'given_up'] as const

/** The work that the server does beside the requests, for admins. */
export function jobRoutes(world: World, kinds: JobKinds): Router {
  const router = Router()
  const { db } = world

  router.get('/jobs', async (req, res) => {
    permit(req.person, 'jobs.manage')
    send(res, await page(req, res))
  })

  router.post('/jobs/:id/retry', (req, res) => {
    permit(req.person, 'jobs.manage')
    const act = async () => {
      await tryAgain(db, req.person, idParam(req, 'job'))
      see(res, '/jobs', 'It waits its turn again.')
    }
    return submit(req, res, { schema: Nothing, act, again: (typed) => page(req, res, typed) })
  })

  router.post('/jobs/:id/giving-up', (req, res) => {
    permit(req.person, 'jobs.manage')
    const act = async () => {
      await giveUp(db, req.person, idParam(req, 'job'))
      see(res, '/jobs', 'Given up: it will not be tried again.')
    }
    return submit(req, res, { schema: Nothing, act, again: (typed) => page(req, res, typed) })
  })

  async function page(req: Request, res: Response, typed?: Typed) {
    const { state, before } = query(req)
    const only = jobStates.find((one) => one === state)
    const from = only && readId(before ?? '')
    const wanted = { ...(from !== undefined && { before: from }), limit: only ? 50 : 10 }
    const pages = await listJobs(db.reader, only ? [only] : overview, wanted)
    return JobsPage({ shell: shell(req, res), kinds, pages, only, before: from, keptDays, typed })
  }
  return router
}
