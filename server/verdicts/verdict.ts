import type { Conn, Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { sendToReview } from '../claims/decided.ts'
import { Conflict, missing } from '../errors.ts'
import { type Departure, departureOf } from '../precedents/departure.ts'
import { refuseUnready } from '../readiness/readiness.ts'
import { decidesAlone, makeDecision } from './decision.ts'
import { closeWhenBothIn, seatOf } from '../rounds/round.ts'
import { type Finding, type StoredVerdict, storeVerdict } from './finding.ts'
import type { Rating } from './rating.ts'
import { type ClaimToJudge, findClaimToJudge, findVerdict, restsOn, standingEvidence, verdictRows } from './store.ts'
import { type Basis, noVerdictReason } from './words.ts'

export type { Finding } from './finding.ts'

type Named = { id: number; name: string }

/** One verdict with what became of it; `number` counts the verdicts of its claim from 1. */
export type VerdictItem = {
  id: number
  number: number
  rating: Rating
  rationale: string
  explanation: string | null
  author: Named
  createdAt: string
  /** The round of independent verdicts it was given in. */
  roundId: number | null
  /** Why it was given although the newsroom's policy warned. */
  overrideReason: string | null
  /** The precedent that it departs from, as it was rated then, and why. */
  departure: Departure | null
  /** The ids of the pieces of evidence it rests on, also of those withdrawn since or from confidential sources. */
  evidence: number[]
  review: { outcome: 'approved' | 'returned'; reason: string | null; reviewer: Named; createdAt: string } | null
  decision: { number: number; basis: Basis; createdAt: string; reviewer: Named | null } | null
  /** How many open discussions there are of it; only where a way leads to them. */
  discussion?: { claimId: number; open: number } | undefined
}

/** The verdicts of a claim, newest first; one in a round of independent verdicts that is open only for its author. */
export async function verdictsOf(conn: Conn, viewer: { id: number }, claimId: number): Promise<VerdictItem[]> {
  const rows = await verdictRows(conn, viewer.id, claimId)
  if (rows.length === 0) return []
  const rests = Map.groupBy(await restsOn(conn, claimId), ({ verdictId }) => verdictId)
  return rows.map(({ review, reviewer, decision, decider, ...row }) => ({
    ...row,
    evidence: (rests.get(row.id) ?? []).map(({ evidenceId }) => evidenceId),
    review: review && reviewer && { ...review, reviewer },
    decision: decision && { ...decision, reviewer: decider },
  }))
}

/** The number of the newest verdict on a claim that the viewer may see: 0 before the first. */
export async function newestNumber(conn: Conn, viewer: { id: number }, claimId: number): Promise<number> {
  return (await findClaimToJudge(conn, viewer.id, claimId))?.newest?.number ?? 0
}

/** The claim a verdict is on. Throws NotFound, also for a verdict that the viewer may not know of yet. */
export async function claimOfVerdict(conn: Conn, viewer: { id: number }, verdictId: number): Promise<number> {
  return ((await findVerdict(conn, viewer.id, verdictId)) ?? missing('verdict')).claimId
}

/** `version` is the claim's, `after` the number of the newest verdict that the giver knew of: 0 when there was none; `departs` why it departs from a precedent. */
export type GivenVerdict = Omit<Finding, 'departure'> & { version: number; after: number; departs?: string | null }

/** What a verdict does when it is given: decides, waits for a review, is sealed until the second is in, or is the second. */
export type Fate = 'decided' | 'in_review' | 'sealed' | 'both_in'

export type Outcome = { verdictId: number; number: number; fate: Fate; roundId: number | null }

/**
 * Gives a verdict for the person. Throws BadInput for a rating or evidence that is none, Conflict when the claim was
 * edited, another verdict was given meanwhile (`theirs` holds it), or the claim takes no verdict in its state; both as
 * `refuseUnready` does.
 */
export function giveVerdict(db: Db, person: Person, claimId: number, input: GivenVerdict): Promise<Outcome> {
  permit(person, 'verdict.give')
  return write(db, async (tx) => {
    const claim = (await findClaimToJudge(tx, person.id, claimId)) ?? missing('claim')
    refuseOvertaken(person, claim, input)
    return judge(tx, person, claim, { ...input, departure: await departureOf(tx, claimId, input) })
  })
}

/**
 * Gives a verdict inside a transaction: for a sample, a demonstration or an import. It rests on all evidence that stands,
 * unless said. Throws like `giveVerdict`.
 */
export async function addVerdict(
  tx: Tx,
  actor: { id: number },
  claimId: number,
  { evidence, override = null, ...said }: Pick<Finding, 'ratingId' | 'rationale' | 'explanation'> & Partial<Finding>,
): Promise<Outcome> {
  const claim = (await findClaimToJudge(tx, actor.id, claimId)) ?? missing('claim')
  const all = evidence ?? (await standingEvidence(tx, claimId))
  return judge(tx, actor, claim, { ...said, evidence: all, override })
}

async function judge(tx: Tx, actor: { id: number }, claim: ClaimToJudge, finding: Finding): Promise<Outcome> {
  const refusal = noVerdictReason(claim.state)
  if (refusal) throw new Conflict(refusal)
  const roundId = await seatOf(tx, actor, claim)
  const override = await refuseUnready(tx, claim.id, finding.override)
  const verdict = await storeVerdict(tx, actor, { claim, roundId }, { ...finding, override })
  const fate =
    roundId === null ? await decideOrReview(tx, actor, claim, verdict) : await seal(tx, actor, claim, roundId)
  return { verdictId: verdict.id, number: verdict.number, fate, roundId }
}

async function decideOrReview(
  tx: Tx,
  actor: { id: number },
  claim: ClaimToJudge,
  verdict: StoredVerdict,
): Promise<Fate> {
  const alone = await decidesAlone(tx)
  if (alone) await makeDecision(tx, actor, { claim, verdict, basis: 'single' })
  else await sendToReview(tx, actor, claim)
  return alone ? 'decided' : 'in_review'
}

// A sealed verdict moves nothing: whoever looks must not see that it is there.
async function seal(tx: Tx, actor: { id: number }, claim: ClaimToJudge, roundId: number): Promise<Fate> {
  if (!(await closeWhenBothIn(tx, actor, claim, roundId))) return 'sealed'
  await sendToReview(tx, actor, claim)
  return 'both_in'
}

function refuseOvertaken(person: Person, claim: ClaimToJudge, input: GivenVerdict): void {
  const { newest } = claim
  if (newest && newest.number > input.after) {
    const who = newest.authorId === person.id ? 'You have' : `${newest.author} has`
    const told = `${who} given verdict ${newest.number} on this claim since you opened this form. Nothing was saved. Send it again only if yours should come after it.`
    const { rating, rationale, explanation } = newest
    throw new Conflict(told, { rating, rationale, explanation: explanation ?? '' })
  }
  if (claim.version !== input.version) {
    throw new Conflict(
      'The claim was edited since you opened this form. Nothing was saved. Read it again above; send your verdict if it still holds.',
    )
  }
}
