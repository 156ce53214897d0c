import type { Conn, Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, permit } from '../accounts/permissions.ts'
import { sendToReview } from '../claims/decided.ts'
import { BadInput, Conflict, missing } from '../errors.ts'
import { aboutClaim } from '../history/events.ts'
import { canonical, record, sha256 } from '../history/record.ts'
import { decidesAlone, makeDecision } from './decision.ts'
import type { Rating } from './rating.ts'
import { type ClaimToJudge, findClaimToJudge, findRating, findVerdict, verdictRows } from './store.ts'
import { insertVerdict } from './write-store.ts'
import { type Basis, noVerdictReason } from './words.ts'

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
  review: { outcome: 'approved' | 'returned'; reason: string | null; reviewer: Named; createdAt: string } | null
  decision: { number: number; basis: Basis; createdAt: string } | null
}

/** Every verdict of a claim, newest first. */
export async function verdictsOf(conn: Conn, claimId: number): Promise<VerdictItem[]> {
  const rows = await verdictRows(conn, claimId)
  return rows.map(({ review, reviewer, ...row }) => ({
    ...row,
    review: review && reviewer && { ...review, reviewer },
  }))
}

/** The number of the newest verdict on a claim: 0 before the first. */
export async function newestNumber(conn: Conn, claimId: number): Promise<number> {
  return (await findClaimToJudge(conn, claimId))?.newest?.number ?? 0
}

/** The claim a verdict is on. Throws NotFound. */
export async function claimOfVerdict(conn: Conn, verdictId: number): Promise<number> {
  return ((await findVerdict(conn, verdictId)) ?? missing('verdict')).claimId
}

export type Finding = { ratingId: number; rationale: string; explanation: string | null }

/** `version` is the claim's, `after` the number of the newest verdict that the giver knew of: 0 when there was none. */
export type GivenVerdict = Finding & { version: number; after: number }

export type Outcome = { verdictId: number; number: number; decided: boolean }

/**
 * Gives a verdict for the person. Throws BadInput for a rating that is none, Conflict when the claim was edited, another
 * verdict was given meanwhile (`theirs` holds it), or the claim takes no verdict in its state.
 */
export function giveVerdict(db: Db, person: Person, claimId: number, input: GivenVerdict): Promise<Outcome> {
  permit(person, 'verdict.give')
  return write(db, async (tx) => {
    const claim = (await findClaimToJudge(tx, claimId)) ?? missing('claim')
    refuseOvertaken(person, claim, input)
    return judge(tx, person, claim, input)
  })
}

/** Gives a verdict inside a transaction: for a sample, a demonstration or an import. Throws like `giveVerdict`. */
export async function addVerdict(tx: Tx, actor: { id: number }, claimId: number, finding: Finding): Promise<Outcome> {
  return judge(tx, actor, (await findClaimToJudge(tx, claimId)) ?? missing('claim'), finding)
}

async function judge(tx: Tx, actor: { id: number }, claim: ClaimToJudge, finding: Finding): Promise<Outcome> {
  const refusal = noVerdictReason(claim.state)
  if (refusal) throw new Conflict(refusal)
  const rating = await findRating(tx, finding.ratingId)
  if (!rating || rating.retiredAt) throw new BadInput({ rating: chooseRating })
  const { ratingId, rationale, explanation } = finding
  const number = (claim.newest?.number ?? 0) + 1
  const verdict = {
    claimId: claim.id,
    number,
    ratingId,
    rationale,
    explanation,
    authorId: actor.id,
    createdAt: tx.now,
    roundId: null,
    overrideReason: null,
  }
  const verdictId = await insertVerdict(tx, verdict)
  const digest = sha256(canonical({ rating: rating.key, rationale, explanation })).toString('hex')
  const told = { verdict: verdictId, number, rating: rating.key, sha256: digest }
  await record(tx, actor, 'verdict.given', aboutClaim(claim), told)
  const decided = await decidesAlone(tx)
  const made = { ...verdict, id: verdictId, ratingKey: rating.key }
  if (decided) await makeDecision(tx, actor, { claim, verdict: made, basis: 'single' })
  else await sendToReview(tx, actor, claim)
  return { verdictId, number, decided }
}

/** What a form without a rating is told. */
export const chooseRating = 'Choose a rating.'

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
