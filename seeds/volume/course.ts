import type { ClaimState } from '../../db/schema/index.ts'
import { canonical, sha256 } from '../../server/history/record.ts'
import type { Rating, Tables } from './tables.ts'
import { rationale } from './wording.ts'

/** What becomes of a claim: decided before it is written, so that its row has its last values at once. */
export type Course = {
  subject: { article: number; claim: number }
  state: ClaimState
  assignee: number | null
  setAsideReason: string | null
  /** The ratings of its verdicts, the oldest first. */
  ratings: Rating[]
  decisionId: number | null
  alone: boolean
}

const ends: [ClaimState, inHundred: number][] = [
  ['published', 15],
  ['decided', 45],
  ['in_review', 8],
  ['checking', 10],
  ['open', 15],
  ['candidate', 3],
  ['set_aside', 4],
]

export function planCourse({ dice, checkers, ratings, ids }: Tables, of: { id: number; article: number }): Course {
  const state = endState(dice.below(100))
  const isJudged = state === 'published' || state === 'decided' || state === 'in_review'
  const isDecided = isJudged && state !== 'in_review'
  const isTaken = isJudged || state === 'checking'
  const verdicts = isJudged ? (dice.inHundred(10) ? 2 : 1) : 0
  return {
    subject: { article: of.article, claim: of.id },
    state,
    assignee: isTaken ? (checkers[dice.below(checkers.length - 1)] ?? null) : null,
    setAsideReason: state === 'set_aside' ? 'Nobody could check this' : null,
    ratings: Array.from({ length: verdicts }, () => dice.pick(ratings)),
    decisionId: isDecided ? ++ids.decision : null,
    alone: isDecided && verdicts === 1 && dice.inHundred(15),
  }
}

function endState(roll: number): ClaimState {
  let upTo = 0
  return ends.find(([, inHundred]) => (upTo += inHundred) > roll)?.[0] ?? 'open'
}

/** Tells how the claim came to its end: taken, judged, returned, judged again, approved, published or set aside. */
export function judgeClaim(tables: Tables, course: Course): void {
  const { ledger } = tables
  const { subject, assignee, state, setAsideReason } = course
  if (setAsideReason)
    ledger.tell(reviewerOf(tables), 'claim.set_aside', subject, { before: 'open', reason: setAsideReason })
  if (assignee === null) return
  ledger.tell(assignee, 'claim.assigned', subject, { before: null, after: assignee })
  ledger.tell(assignee, 'claim.moved', subject, { before: 'open', after: 'checking' })
  for (const [index, rating] of course.ratings.entries()) {
    const isLast = index === course.ratings.length - 1
    giveVerdict(tables, course, { number: index + 1, rating, isLast })
  }
  if (state === 'published') move(tables, course, 'decided', 'published')
}

const reviewerOf = ({ checkers }: Tables) => checkers.at(-1) ?? 0

function move({ ledger, ...rest }: Tables, { subject }: Course, before: ClaimState, after: ClaimState): void {
  ledger.tell(reviewerOf({ ledger, ...rest }), 'claim.moved', subject, { before, after })
}

type Given = { number: number; rating: Rating; isLast: boolean }

function giveVerdict(tables: Tables, course: Course, { number, rating, isLast }: Given): void {
  const { add, dice, ledger, ids } = tables
  const id = ++ids.verdict
  const author = course.assignee ?? 0
  const text = rationale(dice)
  const explanation = dice.inHundred(20) ? `${text}\n\nAsked for more on **two occasions**; no answer.` : null
  const hash = sha256(canonical({ rating: rating.key, rationale: text, explanation })).toString('hex')
  ledger.tell(author, 'verdict.given', course.subject, { verdict: id, number, rating: rating.key, sha256: hash })
  const row = { id, claim_id: course.subject.claim, number, rating_id: rating.id, rationale: text, explanation }
  add.verdicts({ ...row, author_id: author, created_at: ledger.now() })
  if (!course.alone) move(tables, course, 'checking', 'in_review')
  if (!isLast) return reviewVerdict(tables, course, { verdict: id, number, outcome: 'returned' })
  if (course.decisionId === null) return
  if (!course.alone) reviewVerdict(tables, course, { verdict: id, number, outcome: 'approved' })
  decide(tables, course, { verdict: id, rating, rationale: text })
}

type Review = { verdict: number; number: number; outcome: 'approved' | 'returned' }

function reviewVerdict(tables: Tables, course: Course, { verdict, number, outcome }: Review): void {
  const { add, ledger } = tables
  const reviewer = reviewerOf(tables)
  const reason = outcome === 'returned' ? 'Say which document this is in.' : null
  if (reason) ledger.tell(reviewer, 'verdict.returned', course.subject, { verdict, number, reason })
  else ledger.tell(reviewer, 'verdict.approved', course.subject, { verdict, number })
  const author = course.assignee ?? 0
  add.reviews({
    verdict_id: verdict,
    author_id: author,
    reviewer_id: reviewer,
    outcome,
    reason,
    created_at: ledger.now(),
  })
  if (reason) move(tables, course, 'in_review', 'checking')
}

type Decided = { verdict: number; rating: Rating; rationale: string }

function decide(tables: Tables, course: Course, { verdict, rating, rationale: text }: Decided): void {
  const { add, ledger } = tables
  const [checker, reviewer] = [course.assignee ?? 0, course.alone ? null : reviewerOf(tables)]
  const basis = course.alone ? 'single' : 'agreed'
  const decision = course.decisionId ?? 0
  ledger.tell(reviewer ?? checker, 'decision.made', course.subject, {
    decision,
    number: 1,
    verdict,
    rating: rating.key,
    basis,
  })
  add.decisions({
    id: decision,
    claim_id: course.subject.claim,
    number: 1,
    verdict_id: verdict,
    rating_id: rating.id,
    rationale: text,
    basis,
    checker_id: checker,
    reviewer_id: reviewer,
    created_at: ledger.now(),
  })
  move(tables, course, course.alone ? 'checking' : 'in_review', 'decided')
}
