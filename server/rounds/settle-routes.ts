import { type Request, type Response, Router } from 'express'
import type { Html } from '../../views/html.ts'
import { type Typed, fresh } from '../../views/parts/typed.ts'
import { AdjudicateForm } from '../../views/rounds/adjudicate-form.ts'
import { AgreeForm } from '../../views/rounds/agree-form.ts'
import { PairPage } from '../../views/rounds/pair-page.ts'
import { WaitsFor } from '../../views/rounds/waits-for.ts'
import { can, permit } from '../accounts/permissions.ts'
import { readClaim } from '../claims/claim.ts'
import { readContext } from '../claims/context.ts'
import { type EvidenceItem, evidenceOf } from '../evidence/evidence.ts'
import { missing } from '../errors.ts'
import { submit } from '../http/form.ts'
import { idParam } from '../http/params.ts'
import { see, send } from '../http/reply.ts'
import { shell } from '../http/shell.ts'
import { readinessOf } from '../readiness/readiness.ts'
import { ratingsFor } from '../scales/scale.ts'
import { type VerdictItem, verdictsOf } from '../verdicts/verdict.ts'
import type { World } from '../world.ts'
import { AdjudicationForm, AgreementForm } from './fields.ts'
import { type Round, checkersOf, readRound } from './round.ts'
import { type Upheld, adjudicate, agreeOn } from './settle.ts'
import { type Pair, pairOf } from './states.ts'

/** Two independent verdicts side by side, and how they are settled. */
export function settleRoutes({ db }: World): Router {
  const router = Router()
  const conn = db.reader

  router.get('/claims/:id/rounds/:round', async (req, res) => send(res, await page(req, res, fresh())))

  router.post('/claims/:id/rounds/:round/agreement', (req, res) => {
    permit(req.person, 'round.agree')
    return submit(req, res, {
      schema: AgreementForm,
      act: async ({ verdict }) => {
        const at = placeIn(req)
        await agreeOn(db, req.person, at, verdict)
        see(res, `/claims/${at.claimId}`, 'Confirmed: this is the decision now.')
      },
      again: (typed) => page(req, res, typed),
    })
  })

  router.post('/claims/:id/rounds/:round/adjudication', (req, res) => {
    permit(req.person, 'round.agree')
    return submit(req, res, {
      schema: AdjudicationForm,
      act: async ({ stands, finding, difference, note }) => {
        const at = placeIn(req)
        const upheld = stands === 'own' ? { finding } : await standingIn(req, stands)
        await adjudicate(db, req.person, at, { upheld, difference, note })
        see(res, `/claims/${at.claimId}`, 'Decided. Both checkers are told.')
      },
      again: (typed) => page(req, res, typed),
    })
  })

  async function standingIn(req: Request, side: 'first' | 'second'): Promise<Upheld> {
    const { pair } = await pairIn(req)
    return { verdictId: pair[side].id }
  }

  async function pairIn(req: Request) {
    const at = placeIn(req)
    const round = await readRound(conn, at.claimId, at.roundId)
    const verdicts = await verdictsOf(conn, req.person, at.claimId)
    const pair = round.ended === 'both_in' ? pairOf(round, verdicts) : undefined
    // There is nothing to see of a round before both verdicts are in.
    return { ...at, round, verdicts, pair: pair ?? missing('page') }
  }

  async function page(req: Request, res: Response, typed: Typed): Promise<Html> {
    const { person } = req
    const { claimId, round, verdicts, pair } = await pairIn(req)
    const claim = await readClaim(conn, claimId)
    const items = await evidenceOf(conn, person, claimId)
    const waits = !pair.settled && claim.state === 'in_review' && newestIn(round, verdicts)
    return PairPage({
      shell: shell(req, res),
      context: await readContext(conn, claim.versionId, { start: claim.quoteStart, end: claim.quoteEnd }),
      own: verdicts.find(({ id }) => id === round.adjudication?.verdictId && !isOneOf(pair, id)),
      settling: waits && (await settling(req, { round, pair, items, typed })),
      claim,
      round,
      pair,
      items,
      person,
      typed,
    })
  }

  type Waiting = { round: Round; pair: Pair<VerdictItem>; items: EvidenceItem[]; typed: Typed }

  async function settling({ person }: Request, { round, pair, items, typed }: Waiting): Promise<Html> {
    const address = `/claims/${round.claimId}/rounds/${round.id}`
    if (pair.same)
      return can(person, 'round.agree')
        ? AgreeForm({ address, pair, personId: person.id, typed })
        : WaitsFor({ pair, typed })
    if (!can(person, 'round.adjudicate', { checkers: checkersOf(round) })) return WaitsFor({ pair, typed })
    const standing = items.filter(({ withdrawnAt }) => !withdrawnAt)
    return AdjudicateForm({
      address,
      pair,
      items: standing,
      ratings: await ratingsFor(conn, round.claimId),
      readiness: await readinessOf(conn, round.claimId),
      typed: withTicks(typed, standing),
    })
  }

  return router
}

const placeIn = (req: Request) => ({ claimId: idParam(req, 'claim'), roundId: idParam(req, 'round', 'round') })

const isOneOf = ({ first, second }: Pair<VerdictItem>, id: number) => first.id === id || second.id === id

const newestIn = ({ id }: Round, [newest]: readonly VerdictItem[]): boolean => newest?.roundId === id

// A form that nobody has sent yet rests on everything.
const withTicks = (typed: Typed, items: readonly EvidenceItem[]): Typed =>
  Object.keys(typed.values).length > 0 ? typed : { ...typed, values: { evidence: items.map(({ id }) => String(id)) } }
