import type { Conn } from '../../db/conn.ts'
import { missing } from '../errors.ts'
import { ratingsFor, readRating } from '../scales/scale.ts'
import type { Rating } from '../verdicts/rating.ts'
import { findClaimToCorrect, proposalRows } from './store.ts'

/** What the form of a correction is made of: `now` fills it with the decision in force; `refusal` says why there can be none. */
export type Proposable = { ratings: Rating[]; now: Record<string, string>; refusal: string | undefined }

/** Reads it for one claim. The rating in force is among the ratings, also when it is retired. Throws NotFound. */
export async function readProposable(conn: Conn, claimId: number): Promise<Proposable> {
  const { decision, explanation, state } = (await findClaimToCorrect(conn, claimId)) ?? missing('claim')
  const ratings = await ratingsFor(conn, claimId)
  if (!decision || state !== 'published') return { ratings, now: {}, refusal: notPublished }
  const isThere = ratings.some(({ id }) => id === decision.ratingId)
  const { rating } = await readRating(conn, decision.ratingId)
  return {
    ratings: isThere ? ratings : [...ratings, rating],
    now: {
      decision: String(decision.id),
      rating: String(decision.ratingId),
      rationale: decision.rationale,
      explanation: explanation ?? '',
    },
    refusal: await openProposal(conn, claimId),
  }
}

/** Why nothing more can be asked for while a proposal waits for its answer, or undefined. */
export async function openProposal(conn: Conn, claimId: number): Promise<string | undefined> {
  const open = (await proposalRows(conn, claimId)).find(({ outcome }) => outcome === null)
  return open && `${open.author.name} has asked for a change already. An editor answers that one first.`
}

/** What somebody is told who wants to correct what is not published. */
export const notPublished =
  'Only a published decision is corrected. This claim is not published: give a new verdict on it instead.'
