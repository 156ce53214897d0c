import type { Conn, Tx } from '../../db/conn.ts'
import type { Db } from '../../db/open.ts'
import { write } from '../../db/write.ts'
import { type Person, can, permit } from '../accounts/permissions.ts'
import { BadInput, Conflict, missing } from '../errors.ts'
import { aboutClaim } from '../history/events.ts'
import { record } from '../history/record.ts'
import { notify } from '../notifications/notification.ts'
import { decidesAlone } from '../verdicts/decision.ts'
import { type Published, makeCorrection } from './correction.ts'
import { notPublished, openProposal } from './proposable.ts'
import { closeProposal, findClaimToCorrect, findProposal, insertProposal, openProposalRows } from './store.ts'
import { ratingsFor } from '../scales/scale.ts'
import type { CorrectionKind } from './words.ts'

/** What somebody asks to have published; `decision` is the id of the decision they have read. */
export type Proposed = {
  kind: CorrectionKind
  note: string
  ratingId: number | null
  rationale: string | null
  explanation: string | null
  decision: number
}

/**
 * Asks for a change of a published decision; where the newsroom decides alone, it takes effect at once. Throws Conflict for
 * a claim that is not published, has another decision by now or has an open proposal, BadInput for what would change nothing.
 */
export function proposeCorrection(
  db: Db,
  person: Person,
  claimId: number,
  proposed: Proposed,
): Promise<{ proposalId: number; done: boolean }> {
  permit(person, 'proposal.make')
  return write(db, async (tx) => {
    const claim = await readPublished(tx, claimId)
    const waiting = await openProposal(tx, claimId)
    if (waiting) throw new Conflict(waiting)
    if (claim.decision.id !== proposed.decision) throw new Conflict(changedMeanwhile)
    const wanted = await finding(tx, claim, proposed)
    const { kind, note } = proposed
    const row = {
      claimId,
      decisionId: claim.decision.id,
      kind,
      note,
      ...wanted,
      authorId: person.id,
      createdAt: tx.now,
    }
    const proposalId = await insertProposal(tx, row)
    await record(tx, person, 'proposal.made', aboutClaim(claim), { proposal: proposalId, kind })
    const done = await decidesAlone(tx)
    if (done) {
      await closeProposal(tx, proposalId, { outcome: 'approved', answeredById: person.id, reason: null })
      await makeCorrection(tx, claim, { ...row, author: person, approver: null })
    }
    return { proposalId, done }
  })
}

export type ProposalAnswer = { outcome: 'approved' | 'returned'; reason: string | null }

/**
 * Approves a proposal, which corrects the decision, or returns it with a reason; returns the claim's id. Throws Forbidden
 * for who asked for it, Conflict when it was answered already or the decision is another by now.
 */
export function answerProposal(db: Db, person: Person, proposalId: number, answer: ProposalAnswer): Promise<number> {
  return write(db, async (tx) => {
    const proposal = (await findProposal(tx, proposalId)) ?? missing('proposal')
    permit(person, 'proposal.answer', { authorId: proposal.author.id })
    if (proposal.outcome)
      throw new Conflict(`${proposal.answeredBy} has ${proposal.outcome} this already. What they decided stands below.`)
    if (answer.outcome === 'returned') return returnProposal(tx, person, proposal, answer.reason)
    const claim = await readPublished(tx, proposal.claimId, 'answer')
    if (claim.decision.id !== proposal.decisionId) throw new Conflict(changedMeanwhile)
    await closeProposal(tx, proposalId, { outcome: 'approved', answeredById: person.id, reason: null })
    await makeCorrection(tx, claim, { ...proposal, author: proposal.author, approver: person })
    return claim.id
  })
}

type Found = NonNullable<Awaited<ReturnType<typeof findProposal>>>

async function returnProposal(tx: Tx, person: Person, proposal: Found, reason: string | null): Promise<number> {
  if (!reason) throw new BadInput({ reason: 'Say why you return it, so that they know what to change.' })
  const claim = (await findClaimToCorrect(tx, proposal.claimId)) ?? missing('claim')
  await closeProposal(tx, proposal.id, { outcome: 'returned', answeredById: person.id, reason })
  const seq = await record(tx, person, 'proposal.returned', aboutClaim(claim), { proposal: proposal.id, reason })
  await notify(tx, [proposal.author.id], 'returned', { seq, claimId: claim.id }, person)
  return claim.id
}

/** The published claim whose decision a correction may change. Throws NotFound, or Conflict with what to do instead. */
async function readPublished(conn: Conn, claimId: number, to: 'ask' | 'answer' = 'ask'): Promise<Published> {
  const claim = (await findClaimToCorrect(conn, claimId)) ?? missing('claim')
  const { decision, rating } = claim
  if (claim.state !== 'published' || !decision || !rating)
    throw new Conflict(
      to === 'ask' ? notPublished : 'The claim is not published any more, so nothing can be corrected.',
    )
  return { ...claim, decision, rating }
}

const changedMeanwhile =
  'The decision was corrected since you opened this form. Nothing was saved. Read the new decision below; ask again if it is still wrong.'

type Wanted = { ratingId: number | null; rationale: string | null; explanation: string | null }

async function finding(tx: Tx, claim: Published, { kind, ...asked }: Proposed): Promise<Wanted> {
  if (kind === 'withdrawal') return { ratingId: null, rationale: null, explanation: null }
  const { ratingId, rationale, explanation } = asked
  const { decision } = claim
  if (!rationale) throw new BadInput({ rationale: 'Say in one or two sentences why.' })
  if (kind === 'clarification') return changed(claim, { ratingId: decision.ratingId, rationale, explanation })
  const known = ratingId === decision.ratingId || (await ratingsFor(tx, claim.id)).some(({ id }) => id === ratingId)
  if (ratingId === null || !known) throw new BadInput({ rating: 'Choose the rating that is right.' })
  return changed(claim, { ratingId, rationale, explanation })
}

function changed({ decision, explanation }: Published, wanted: Wanted): Wanted {
  const same =
    wanted.ratingId === decision.ratingId &&
    wanted.rationale === decision.rationale &&
    wanted.explanation === explanation
  if (same) throw new BadInput({ rationale: 'Nothing would change yet. Write what is to stand there instead.' })
  return wanted
}

export type OpenProposal = Awaited<ReturnType<typeof openProposalRows>>[number]

/** Up to `limit` proposals of others that wait for an answer, the oldest first; none for those who may not give it. */
export async function proposalsFor(conn: Conn, person: Person, limit: number): Promise<OpenProposal[]> {
  return can(person, 'proposal.answer', { authorId: 0 }) ? openProposalRows(conn, person.id, limit) : []
}
