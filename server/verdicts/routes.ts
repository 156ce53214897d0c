import { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import type { Html } from '../../views/html.ts'
import { type Typed, fresh } from '../../views/parts/typed.ts'
import { type Judged, NewVerdict, NewVerdictPage } from '../../views/verdicts/verdict-form.ts'
import type { Conn } from '../../db/conn.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { readClaim } from '../claims/claim.ts'
import { evidenceOf } from '../evidence/evidence.ts'
import { newestKnown, version } from '../http/fields.ts'
import { submit } from '../http/form.ts'
import { idParam } from '../http/params.ts'
import { isPartial, see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { readinessOf } from '../readiness/readiness.ts'
import { precedentsOfClaim } from '../precedents/departure.ts'
import { departureField } from '../precedents/fields.ts'
import { ratingsFor } from '../scales/scale.ts'
import { judgingOf, noSeatReason } from '../rounds/round.ts'
import type { World } from '../world.ts'
import { decidesAlone } from './decision.ts'
import { reviewRoutes } from './review-routes.ts'
import { findingFields } from './fields.ts'
import { type Fate, giveVerdict, newestNumber } from './verdict.ts'
import { noVerdictReason } from './words.ts'

const VerdictForm = z
  .strictObject({
    ...findingFields,
    departs: departureField,
    version: version(),
    after: newestKnown(),
  })
  .transform(({ rating, ...rest }) => ({ ...rest, ratingId: rating }))

export function verdictRoutes(world: World): Router {
  const router = Router()
  const { db } = world
  router.use(reviewRoutes(world))

  router.get('/claims/:id/verdicts/new', async (req, res) => {
    permit(req.person, 'verdict.give')
    send(res, await form(req, res, fresh()))
  })

  router.post('/claims/:id/verdicts', (req, res) => {
    permit(req.person, 'verdict.give')
    const claimId = idParam(req, 'claim')
    return submit(req, res, {
      schema: VerdictForm,
      act: async (input) => {
        const { verdictId, fate, roundId } = await giveVerdict(db, req.person, claimId, input)
        if (isPartial(req)) return see(res, `/claims/${claimId}`)
        const place =
          fate === 'both_in' ? `/claims/${claimId}/rounds/${roundId}` : `/claims/${claimId}#verdict-${verdictId}`
        see(res, place, told[fate])
      },
      again: (typed) => form(req, res, typed),
    })
  })

  async function form(req: Request, res: Response, typed: Typed): Promise<Html> {
    const judged = await judgedBy(db.reader, req.person, idParam(req, 'claim'), typed)
    res.vary('HX-Request-Type')
    return isPartial(req) ? NewVerdict(judged) : NewVerdictPage({ shell: shell(req, res), ...judged })
  }

  return router
}

const told: Record<Fate, string> = {
  decided: 'Your verdict is the decision now.',
  in_review: 'Your verdict waits for a review by a second person.',
  sealed: 'Your verdict is kept, and sealed until the second checker has given theirs.',
  both_in: 'Both verdicts are in. Here they are side by side.',
}

async function judgedBy(conn: Conn, person: Person, claimId: number, typed: Typed): Promise<Judged> {
  const claim = await readClaim(conn, claimId)
  const items = (await evidenceOf(conn, person, claimId)).filter((item) => !item.withdrawnAt)
  const seen = { version: String(claim.version), after: String(await newestNumber(conn, person, claimId)) }
  const { open, independent } = await judgingOf(conn, person, claim)
  const isNew = typed.values.version === undefined
  // After a lost race the person has been shown what is new, and may send again knowing it.
  const values = typed.theirs || isNew ? { ...typed.values, ...seen } : typed.values
  return {
    claim,
    items,
    ratings: await ratingsFor(conn, claimId),
    decides: await decidesAlone(conn),
    sealed: open?.mine ?? false,
    refusal: noVerdictReason(claim.state) ?? noSeatReason({ open, independent }),
    readiness: await readinessOf(conn, claimId),
    precedents: await precedentsOfClaim(conn, claimId),
    typed: { ...typed, values: isNew ? { ...values, evidence: items.map(({ id }) => String(id)) } : values },
  }
}
