import type { Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { readClaim } from '../claims/claim.ts'
import { BadInput, Conflict } from '../errors.ts'
import { aboutClaim } from '../history/events.ts'
import { record } from '../history/record.ts'
import { notify } from '../notifications/notification.ts'
import { refuseUnready } from '../readiness/readiness.ts'
import { makeDecision } from '../verdicts/decision.ts'
import { type Finding, storeVerdict } from '../verdicts/finding.ts'
import { type VerdictItem, verdictsOf } from '../verdicts/verdict.ts'
import { checkersOf, readRound } from './round.ts'
import { pairOf } from './states.ts'
import { insertAdjudication } from './store.ts'
import type { Difference } from './words.ts'

export type Place = { claimId: number; roundId: number }

/**
 * Confirms two verdicts with the same rating: the rationale of `verdictId` stands. Throws BadInput for a verdict that is
 * one's own or not of the two, Conflict when they differ or do not wait to be settled.
 */
export function agreeOn(db: Db, person: Person, at: Place, verdictId: number): Promise<void> {
  permit(person, 'round.agree')
  return write(db, async (tx) => {
    const { round, claim, pair } = await waiting(tx, person, at)
    if (!pair.same) throw new Conflict('The two ratings differ. An editor who gave neither of them decides.')
    const chosen = [pair.first, pair.second].find(({ id }) => id === verdictId)
    if (!chosen) throw new BadInput({ verdict: chooseRationale })
    if (chosen.author.id === person.id) throw new BadInput({ verdict: notYourOwn })
    const made = { claim, verdict: takenOver(chosen), basis: 'agreed' as const, reviewerId: person.id }
    const { seq } = await makeDecision(tx, person, made)
    await notify(tx, checkersOf(round), 'settled', { seq, claimId: claim.id }, person)
  })
}

/** What to do when no rationale is chosen. */
export const chooseRationale = 'Choose whose rationale stands.'

const notYourOwn = 'You gave this verdict yourself. Confirm the other one, or let somebody else confirm yours.'

/** One of the two verdicts upheld, or a finding of the adjudicator's own. */
export type Upheld = { verdictId: number } | { finding: Finding }

export type Adjudicated = { upheld: Upheld; difference: Difference; note: string }

/**
 * Settles two verdicts that differ, and says why they did. Throws Forbidden for whoever gave one of them, Conflict when they
 * agree or do not wait to be settled, BadInput as giving a verdict does.
 */
export function adjudicate(db: Db, person: Person, at: Place, input: Adjudicated): Promise<void> {
  return write(db, async (tx) => {
    const { round, claim, pair } = await waiting(tx, person, at, { adjudicating: true })
    if (pair.same) throw new Conflict('The two ratings are the same. Confirm them instead.')
    const verdict = await upheldBy(tx, person, claim, { pair, upheld: input.upheld })
    const { decisionId } = await makeDecision(tx, person, { claim, verdict, basis: 'adjudicated' })
    const { difference, note } = input
    const row = { roundId: round.id, decisionId, adjudicatorId: person.id, difference, note, createdAt: tx.now }
    await insertAdjudication(tx, row)
    const told = { round: round.id, decision: decisionId, difference, note }
    const seq = await record(tx, person, 'round.adjudicated', aboutClaim(claim), told)
    await notify(tx, checkersOf(round), 'settled', { seq, claimId: claim.id }, person)
  })
}

type Two = { first: VerdictItem; second: VerdictItem }

async function upheldBy(
  tx: Tx,
  person: Person,
  claim: { id: number; articleId: number },
  { pair, upheld }: { pair: Two; upheld: Upheld },
) {
  if ('finding' in upheld) {
    const override = await refuseUnready(tx, claim.id, upheld.finding.override)
    return storeVerdict(tx, person, { claim, roundId: null }, { ...upheld.finding, override })
  }
  const chosen = [pair.first, pair.second].find(({ id }) => id === upheld.verdictId)
  if (!chosen) throw new BadInput({ stands: chooseStanding })
  return takenOver(chosen)
}

/** What to do when nothing is upheld. */
export const chooseStanding = 'Choose one of the two verdicts, or write your own.'

async function waiting(tx: Tx, person: Person, { claimId, roundId }: Place, { adjudicating = false } = {}) {
  const round = await readRound(tx, claimId, roundId)
  if (adjudicating) permit(person, 'round.adjudicate', { checkers: checkersOf(round) })
  const claim = await readClaim(tx, claimId)
  const verdicts = await verdictsOf(tx, person, claimId)
  const pair = round.closedAt === null ? undefined : pairOf(round, verdicts)
  if (!pair) throw new Conflict('Both verdicts must be in before they can be settled.')
  if (pair.settled) throw new Conflict('These two verdicts are settled already. Look at them again below.')
  if (claim.state !== 'in_review' || verdicts[0]?.roundId !== round.id) throw new Conflict(overtaken)
  return { round, claim, pair }
}

const overtaken = 'These two verdicts do not wait to be settled: the claim has gone another way since.'

const takenOver = ({ rating, author, ...verdict }: VerdictItem) => ({
  ...verdict,
  ratingId: rating.id,
  ratingKey: rating.key,
  authorId: author.id,
})
