import type { ClaimState } from './words.ts'

/** What a move asks of whoever makes it: one of these rules of the permission table. */
type Needs =
  | 'claim.move'
  | 'claim.take'
  | 'claim.publish'
  | 'verdict.give'
  | 'verdict.review'
  | 'round.open'
  | 'round.agree'
  | 'round.adjudicate'
  | 'proposal.make'
  | 'proposal.answer'
export type Move = { from: ClaimState; to: ClaimState; needs: readonly Needs[] }

const by = (from: ClaimState, to: ClaimState, ...needs: Needs[]): Move => ({ from, to, needs })

/** Every move there is, but setting aside and bringing back: see `canSetAside` and `returnsTo`. */
export const moves: readonly Move[] = [
  by('candidate', 'open', 'claim.move'),
  by('open', 'checking', 'claim.move', 'claim.take', 'round.open', 'verdict.give'),
  by('checking', 'open', 'claim.move', 'claim.take'),
  // A verdict may come before anyone said that they are checking.
  by('open', 'in_review', 'verdict.give'),
  by('checking', 'in_review', 'verdict.give'),
  by('open', 'decided', 'verdict.give'),
  by('checking', 'decided', 'verdict.give'),
  // Returned, or begun anew by naming two checkers.
  by('in_review', 'checking', 'verdict.review', 'round.open'),
  by('in_review', 'decided', 'verdict.review', 'verdict.give', 'round.agree', 'round.adjudicate'),
  // A new verdict on a decided claim waits for its review like the first; the decision stands until then.
  by('decided', 'in_review', 'verdict.give'),
  by('decided', 'published', 'claim.publish'),
  // What was published changes only by a correction; a withdrawal, by two or where one decides alone, leaves the claim to be checked again.
  by('published', 'checking', 'proposal.answer', 'proposal.make'),
]

/** Whether a claim may go from one state to the other. Setting aside has a way of its own, since it needs a reason. */
export const canMove = (from: ClaimState, to: ClaimState): boolean => find(from, to) !== undefined

/** The states that a person may put the claim into by hand; the others come of verdicts and reviews. */
export const movesByHand = (from: ClaimState): ClaimState[] =>
  moves.filter((move) => move.from === from && move.needs.includes('claim.move')).map((move) => move.to)

/** Before a claim is decided it may be set aside, with a reason. */
export const canSetAside = (from: ClaimState): boolean =>
  from === 'candidate' || from === 'open' || from === 'checking' || from === 'in_review'

/** Where a claim that was set aside comes back to. */
export const returnsTo = (stateBefore: ClaimState | null): ClaimState =>
  stateBefore && canSetAside(stateBefore) ? stateBefore : 'open'

/** Whether it takes a move by hand back: what somebody did to many claims at once, and undoes. */
export const isTakenBack = (from: ClaimState, to: ClaimState): boolean => movesByHand(to).includes(from)

/** The state of a claim that is given away: taking an open one starts its checking, taking one from everybody ends it. */
export function stateWhenGiven(state: ClaimState, { to, by }: { to: number | null; by: number }): ClaimState {
  if (to === by && state === 'open') return 'checking'
  return to === null && state === 'checking' ? 'open' : state
}

const find = (from: ClaimState, to: ClaimState) => moves.find((move) => move.from === from && move.to === to)
