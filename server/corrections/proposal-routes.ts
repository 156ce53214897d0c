import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { ProposalForm } from '../../views/corrections/proposal-form.ts'
import { ProposalPage } from '../../views/corrections/proposal-page.ts'
import { Ledger } from '../../views/evidence/ledger.ts'
import { type Typed, fresh } from '../../views/parts/typed.ts'
import { permit } from '../accounts/permissions.ts'
import { readClaim } from '../claims/claim.ts'
import { ledgerOf } from '../evidence/ledger.ts'
import { signCheckpoint } from '../history/checkpoint.ts'
import { choice, id, incomplete, optionalId, optionalText, text } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { independenceOf } from '../independence/independence.ts'
import { idParam } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { decidesAlone } from '../verdicts/decision.ts'
import type { World } from '../world.ts'
import { readProposal } from './panel.ts'
import { answerProposal, proposeCorrection } from './proposal.ts'
import { readProposable } from './proposable.ts'
import { correctionKinds } from './words.ts'

const AskForm = z
  .strictObject({
    kind: choice(correctionKinds, 'Choose what kind of change it is.'),
    note: text('Write what readers are told about the change.', 1_000),
    rating: optionalId('Choose the rating that is right.'),
    rationale: optionalText(600),
    explanation: optionalText(20_000),
    decision: id(incomplete),
  })
  .transform(({ rating, ...rest }) => ({ ...rest, ratingId: rating }))

const AnswerForm = z.strictObject({
  outcome: choice(['approved', 'returned'], 'Approve the change, or return it.'),
  reason: optionalText(1_000),
})

/** Asking for a change of a published decision, and the answer of a second person. */
export function proposalRoutes(world: World): Router {
  const router = Router()
  const { db } = world

  router.get('/claims/:id/corrections/new', async (req, res) => {
    permit(req.person, 'proposal.make')
    send(res, await form(req, res, fresh()))
  })

  router.post('/claims/:id/corrections', (req, res) => {
    permit(req.person, 'proposal.make')
    const claimId = idParam(req, 'claim')
    return submit(req, res, {
      schema: AskForm,
      act: async (asked) => {
        const { done } = await proposeCorrection(db, req.person, claimId, asked)
        if (done) await signCheckpoint(world, 'published')
        see(res, `/claims/${claimId}#corrections-${claimId}`, done ? corrected : waits)
      },
      again: (typed) => form(req, res, typed),
    })
  })

  router.get('/proposals/:id/review', async (req, res) => send(res, await review(req, res, fresh())))

  router.post('/proposals/:id/review', (req, res) => {
    const proposalId = idParam(req, 'proposal')
    return submit(req, res, {
      schema: AnswerForm,
      act: async (answer) => {
        const claimId = await answerProposal(db, req.person, proposalId, answer)
        if (answer.outcome === 'approved') await signCheckpoint(world, 'published')
        see(res, `/claims/${claimId}#corrections-${claimId}`, answer.outcome === 'approved' ? corrected : returned)
      },
      again: (typed) => review(req, res, typed),
    })
  })

  async function form(req: Request, res: Response, typed: Typed) {
    const claim = await readClaim(db.reader, idParam(req, 'claim'))
    const { ratings, now, refusal } = await readProposable(db.reader, claim.id)
    const isNew = typed.values.kind === undefined && typed.values.note === undefined
    // After a correction by somebody else the person has been shown the new decision, and may send again knowing it.
    const decision = typed.problems[''] === undefined ? typed.values.decision : now.decision
    const values = isNew ? now : { ...typed.values, decision: decision ?? '' }
    const decides = await decidesAlone(db.reader)
    return ProposalForm({
      shell: shell(req, res),
      claim,
      ratings,
      decides,
      refusal: isNew ? refusal : undefined,
      typed: { ...typed, values },
    })
  }

  async function review(req: Request, res: Response, typed: Typed) {
    const { person } = req
    const proposal = await readProposal(db.reader, idParam(req, 'proposal'))
    const claim = await readClaim(db.reader, proposal.claimId)
    const items = await ledgerOf(db.reader, person, claim)
    const independence = await independenceOf(db.reader, items)
    const ledger = Ledger({ claimId: claim.id, items, independence, person })
    return ProposalPage({ shell: shell(req, res), claim, proposal, person, ledger, typed })
  }

  return router
}

const corrected = 'Corrected. The decision before stays readable below.'
const waits = 'Asked for. An editor who did not ask for it approves or returns it.'
const returned = 'Returned. The published decision stands.'
