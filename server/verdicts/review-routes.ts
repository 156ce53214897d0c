import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import { Ledger } from '../../views/evidence/ledger.ts'
import type { Html } from '../../views/html.ts'
import { type Typed, fresh } from '../../views/parts/typed.ts'
import { ReviewPage, ReviewPiece } from '../../views/verdicts/review-page.ts'
import { can } from '../accounts/permissions.ts'
import { readClaim } from '../claims/claim.ts'
import { readContext } from '../claims/context.ts'
import { nextToReview } from '../desk/desk.ts'
import { ledgerOf } from '../evidence/ledger.ts'
import { missing } from '../errors.ts'
import { choice, optionalText } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { independenceOf } from '../independence/independence.ts'
import { idParam } from '../http/params.ts'
import { isPartial, see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { readinessPanelOf } from '../readiness/panel.ts'
import { searchesOf } from '../readiness/search.ts'
import type { World } from '../world.ts'
import { reviewVerdict } from './review.ts'
import { claimOfVerdict, verdictsOf } from './verdict.ts'

const ReviewForm = z.strictObject({
  outcome: choice(['approved', 'returned'], 'Approve the verdict, or return it.'),
  reason: optionalText(1_000),
})

/** Reading one verdict to review it, and the answer. */
export function reviewRoutes({ db }: World): Router {
  const router = Router()

  router.get('/verdicts/:id/review', async (req, res) => send(res, await form(req, res, fresh())))

  router.post('/verdicts/:id/review', (req, res) =>
    submit(req, res, {
      schema: ReviewForm,
      act: async (review) => {
        const verdictId = idParam(req, 'verdict')
        const { claimId } = await reviewVerdict(db, req.person, verdictId, review)
        if (isPartial(req)) return see(res, `/claims/${claimId}`)
        const next = await nextToReview(db.reader, req.person, db.clock.now())
        const way =
          next === undefined ? undefined : { href: `/verdicts/${next}/review`, name: 'Review the next verdict' }
        see(res, `/claims/${claimId}#verdict-${verdictId}`, { words: told[review.outcome], way })
      },
      again: (typed) => form(req, res, typed),
    }),
  )

  async function form(req: Request, res: Response, typed: Typed): Promise<Html> {
    const id = idParam(req, 'verdict')
    const claim = await readClaim(db.reader, await claimOfVerdict(db.reader, req.person, id))
    const verdicts = await verdictsOf(db.reader, req.person, claim.id)
    const verdict = verdicts.find((one) => one.id === id) ?? missing('verdict')
    const isAlone = verdict.roundId === null && !verdict.review
    const waits = claim.state === 'in_review' && verdict === verdicts[0] && isAlone
    const mayReview = waits && can(req.person, 'verdict.review', { authorId: verdict.author.id })
    const items = await ledgerOf(db.reader, req.person, claim)
    const searches = await searchesOf(db.reader, claim.id)
    const independence = await independenceOf(db.reader, items)
    const ledger = Ledger({ claimId: claim.id, items, independence, searches, person: req.person })
    const readiness = await readinessPanelOf(db.reader, req.person, { claim, items, searches, independence })
    const context = await readContext(db.reader, claim.versionId, { start: claim.quoteStart, end: claim.quoteEnd })
    const reviewed = { claim, verdict, mayReview, readiness, ledger, context, items, typed }
    res.vary('HX-Request-Type')
    return isPartial(req) ? ReviewPiece(reviewed) : ReviewPage({ shell: shell(req, res), ...reviewed })
  }

  return router
}

const told = {
  approved: 'Approved: this is the decision now.',
  returned: 'Returned. The claim is being checked again.',
}
