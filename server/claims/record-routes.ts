import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { ClaimPage } from '../../views/claims/claim-page.ts'
import { CorrectionPanel } from '../../views/corrections/correction-panel.ts'
import { DiscussionPanel } from '../../views/comments/discussion-panel.ts'
import { FlagNotes } from '../../views/corrections/flag-notes.ts'
import { Ledger } from '../../views/evidence/ledger.ts'
import { HadProposed } from '../../views/finding/had-proposed.ts'
import { html } from '../../views/html.ts'
import { type Typed, fresh } from '../../views/parts/typed.ts'
import { SourceFlagNotes } from '../../views/watching/source-flag.ts'
import { can } from '../accounts/permissions.ts'
import { attemptsPanelOf } from '../attempts/panel.ts'
import { countOpen, threadsOf } from '../comments/thread.ts'
import { correctionFacts } from '../corrections/panel.ts'
import { countStanding, evidenceOf } from '../evidence/evidence.ts'
import { ledgerOf } from '../evidence/ledger.ts'
import { proposalOf } from '../finding/proposal.ts'
import { historyOf } from '../history/history.ts'
import { choice, optionalId, optionalLine, version, wholeDate } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { independenceOf } from '../independence/independence.ts'
import { idParam } from '../http/params.ts'
import { isPartial, see, send, sendJson } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { precedentPanelsOf } from '../precedents/panel.ts'
import { readinessPanelOf } from '../readiness/panel.ts'
import { searchesOf } from '../readiness/search.ts'
import { judgingOf } from '../rounds/round.ts'
import { verdictPanelOf } from '../verdicts/panel.ts'
import { sourceFlagsOn } from '../watching/flag.ts'
import type { World } from '../world.ts'
import { assignUntil } from './assignment.ts'
import { claimCard } from './card.ts'
import { peopleFor } from './choices.ts'
import { readClaim } from './claim.ts'
import { readContext } from './context.ts'
import { earlierPlacesOf } from './place.ts'
import { changeState } from './progress.ts'
import { claimStates, stateWords } from './words.ts'

const StateForm = z.strictObject({
  state: choice(claimStates, 'Choose a state.'),
  reason: optionalLine(500),
  version: version(),
})
const AssignmentForm = z.strictObject({
  assignee: optionalId('Choose somebody from the list.'),
  // A form without the field leaves the day as it is.
  due: z.undefined().or(wholeDate()),
})

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
      act: async ({ assignee, due }) => {
        const claim = await assignUntil(db, req.person, id, { assigneeId: assignee, dueOn: due })
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

async function recordPage({ db: { reader, clock } }: World, req: Request, res: Response, typed: Typed) {
  const { person } = req
  const claim = await readClaim(reader, idParam(req, 'claim'))
  const { id, versionId, quoteStart: start, quoteEnd: end } = claim
  const items = await ledgerOf(reader, person, claim)
  const independence = await independenceOf(reader, items)
  const searches = await searchesOf(reader, id)
  const threads = await threadsOf(reader, person, id)
  const discussed = countOpen(threads)
  const judging = await judgingOf(reader, person, claim)
  const facts = await correctionFacts(reader, person, claim)
  const context = await readContext(reader, versionId, { start, end })
  return ClaimPage({
    shell: shell(req, res),
    person,
    claim,
    context,
    ...(await precedentPanelsOf(reader, person, { claim, context })),
    earlier: await earlierPlacesOf(reader, id),
    proposed: HadProposed({ proposed: await proposalOf(reader, id), language: claim.language }),
    readiness: await readinessPanelOf(reader, person, { claim, items, searches, independence }),
    ledger: Ledger({ claimId: id, items, independence, searches, person, discussed }),
    replies: await attemptsPanelOf(reader, person, claim, clock.now()),
    verdict: await verdictPanelOf(reader, person, { claim, evidenceCount: countStanding(items), discussed, judging }),
    corrections: CorrectionPanel({ claim, person, facts }),
    flags: html`${FlagNotes({ flags: facts.flags })} ${SourceFlagNotes({ flags: await sourceFlagsOn(reader, person, id), claimId: id })}`,
    discussion: DiscussionPanel({ about: { claimId: id, apart: judging.open?.mine }, threads, person }),
    shownLines: newestLines,
    lines: await historyOf(reader, person, { claim: id }, { limit: newestLines + 1 }),
    people: can(person, 'claim.assign') ? await peopleFor(reader, person, claim.assignee) : [],
    typed,
  })
}
