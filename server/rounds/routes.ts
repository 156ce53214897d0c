import { type Request, type Response, Router } from 'express'
import { JudgingPage } from '../../views/rounds/judging-page.ts'
import { type Typed, fresh } from '../../views/parts/typed.ts'
import { can, permit } from '../accounts/permissions.ts'
import { assignable } from '../accounts/person.ts'
import { readClaim } from '../claims/claim.ts'
import { submit } from '../http/form.ts'
import { idParam } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import type { World } from '../world.ts'
import { CancellationForm, CheckersForm, IndependenceForm } from './fields.ts'
import { callOff, changeCheckers, judgeIndependently, openRound } from './open.ts'
import { judgingOf } from './round.ts'
import { settleRoutes } from './settle-routes.ts'

/** Who judges a claim: one checker or two, and who the two are. */
export function roundRoutes(world: World): Router {
  const router = Router()
  const { db } = world
  router.use(settleRoutes(world))

  router.get('/claims/:id/rounds', async (req, res) => send(res, await page(req, res, fresh())))

  router.post('/claims/:id/independence', (req, res) => {
    permit(req.person, 'round.open')
    const claimId = idParam(req, 'claim')
    return submit(req, res, {
      schema: IndependenceForm,
      act: async ({ independent }) => {
        await judgeIndependently(db, req.person, claimId, independent)
        see(res, `/claims/${claimId}/rounds`, 'Saved how it is judged.')
      },
      again: (typed) => page(req, res, typed),
    })
  })

  router.post('/claims/:id/rounds', (req, res) => {
    permit(req.person, 'round.open')
    const claimId = idParam(req, 'claim')
    return submit(req, res, {
      schema: CheckersForm,
      act: async (two) => {
        await openRound(db, req.person, claimId, two)
        see(res, `/claims/${claimId}`, 'Both are asked for their verdicts.')
      },
      again: (typed) => page(req, res, typed),
    })
  })

  router.post('/claims/:id/rounds/:round/checkers', (req, res) => {
    permit(req.person, 'round.open')
    return submit(req, res, {
      schema: CheckersForm,
      act: async (two) => {
        const at = placeIn(req)
        await changeCheckers(db, req.person, at, two)
        see(res, `/claims/${at.claimId}/rounds`, 'The checkers are changed.')
      },
      again: (typed) => page(req, res, typed),
    })
  })

  router.post('/claims/:id/rounds/:round/cancellation', (req, res) => {
    permit(req.person, 'round.open')
    return submit(req, res, {
      schema: CancellationForm,
      act: async ({ reason }) => {
        const at = placeIn(req)
        await callOff(db, req.person, at, reason)
        see(res, `/claims/${at.claimId}/rounds`, 'Called off.')
      },
      again: (typed) => page(req, res, typed),
    })
  })

  async function page(req: Request, res: Response, typed: Typed) {
    const { person } = req
    const claim = await readClaim(db.reader, idParam(req, 'claim'))
    return JudgingPage({
      shell: shell(req, res),
      claim,
      judging: await judgingOf(db.reader, person, claim),
      person,
      people: can(person, 'round.open') ? await assignable(db.reader) : [],
      typed,
    })
  }

  return router
}

const placeIn = (req: Request) => ({ claimId: idParam(req, 'claim'), roundId: idParam(req, 'round', 'round') })
