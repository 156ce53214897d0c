import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { ClaimPage } from '../../views/claims/claim-page.ts'
import { Ledger } from '../../views/evidence/ledger.ts'
import { type Typed, fresh } from '../../views/parts/typed.ts'
import { VerdictPanel } from '../../views/verdicts/verdict-panel.ts'
import { can } from '../accounts/permissions.ts'
import { countStanding, evidenceOf } from '../evidence/evidence.ts'
import { historyOf } from '../history/history.ts'
import { choice, optionalId, optionalLine, version } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam } from '../http/params.ts'
import { isPartial, see, send, sendJson } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { verdictsOf } from '../verdicts/verdict.ts'
import type { World } from '../world.ts'
import { assignClaim } from './assignment.ts'
import { claimCard } from './card.ts'
import { peopleFor } from './choices.ts'
import { readClaim } from './claim.ts'
import { readContext } from './context.ts'
import { changeState } from './progress.ts'
import { claimStates, stateWords } from './words.ts'

const StateForm = z.strictObject({
  state: choice(claimStates, 'Choose a state.'),
  reason: optionalLine(500),
  version: version(),
})
const AssignmentForm = z.strictObject({ assignee: optionalId('Choose somebody from the list.') })

/** The record of a claim, and what is done to it there. */
export function claimRecordRoutes(world: World): Router {
  const router = Router()
  const { db } = world

  router.get('/claims/:id.json', async (req, res) => {
    const claim = await readClaim(db.reader, idParam(req, 'claim'))
    const items = await evidenceOf(db.reader, req.person, claim.id)
    sendJson(res, { ...claim, evidenceCount: countStanding(items) })
  })

  router.get('/claims/:id', async (req, res) => {
    const id = idParam(req, 'claim')
    res.vary('HX-Request-Type')
    send(res, isPartial(req) ? await claimCard(db, req.person, id) : await recordPage(world, req, res, fresh()))
  })

  router.post('/claims/:id/state', (req, res) => {
    const id = idParam(req, 'claim')
    return submit(req, res, {
      schema: StateForm,
      act: async (change) => {
        await changeState(db, req.person, id, change)
        see(res, `/claims/${id}`, `The claim is now: ${stateWords[change.state].toLowerCase()}.`)
      },
      again: (typed) => recordPage(world, req, res, typed),
    })
  })

  router.post('/claims/:id/assignment', (req, res) => {
    const id = idParam(req, 'claim')
    return submit(req, res, {
      schema: AssignmentForm,
      act: async ({ assignee }) => {
        const claim = await assignClaim(db, req.person, id, assignee)
        see(
          res,
          `/claims/${id}`,
          claim.assignee ? `${claim.assignee.name} has the claim.` : 'Nobody has the claim now.',
        )
      },
      again: (typed) => recordPage(world, req, res, typed),
    })
  })
  return router
}

const newestLines = 30

async function recordPage({ db: { reader } }: World, req: Request, res: Response, typed: Typed) {
  const { person } = req
  const claim = await readClaim(reader, idParam(req, 'claim'))
  const { id, versionId, quoteStart: start, quoteEnd: end } = claim
  const items = await evidenceOf(reader, person, id)
  const verdicts = await verdictsOf(reader, person, id)
  return ClaimPage({
    shell: shell(req, res),
    person,
    claim,
    context: await readContext(reader, versionId, { start, end }),
    ledger: Ledger({ claimId: id, items, person }),
    verdict: VerdictPanel({ claim, evidenceCount: countStanding(items), verdicts, person }),
    shownLines: newestLines,
    lines: await historyOf(reader, person, { claim: id }, { limit: newestLines + 1 }),
    people: can(person, 'claim.assign') ? await peopleFor(reader, person, claim.assignee) : [],
    typed,
  })
}
