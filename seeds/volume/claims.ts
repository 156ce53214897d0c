import { claimKinds, type ClaimState, stances } from '../../db/schema/index.ts'
import { anchorOf } from '../../server/claims/anchor.ts'
import type { Span } from './press.ts'
import { type Course, judgeClaim, planCourse } from './course.ts'
import type { Tables } from './tables.ts'
import { passage, places, stated } from './wording.ts'

type NewClaim = { articleId: number; number: number; text: string; quote: Span; by: number }

/** Adds a claim and all that was done with it, up to the state it ends in. */
export function addClaim(tables: Tables, claim: NewClaim): void {
  const id = ++tables.ids.claim
  const course = planCourse(tables, { id, article: claim.articleId })
  addRow(tables, claim, course)
  addTags(tables, id)
  addEvidence(tables, course)
  judgeClaim(tables, course)
}

function addRow({ add, dice, ledger, counts }: Tables, claim: NewClaim, course: Course): void {
  const { articleId, number, by } = claim
  const { start, end, quote, prefix, suffix } = anchorOf(claim.text, claim.quote.start, claim.quote.end)
  const statement = stated(dice, quote)
  ledger.tell(by, 'claim.added', course.subject, { number, statement, quote, start, end })
  const now = ledger.now()
  add.claims({
    id: course.subject.claim,
    article_id: articleId,
    number,
    version_id: articleId,
    statement,
    quote,
    quote_start: start,
    quote_end: end,
    prefix,
    suffix,
    claimant_id: dice.inHundred(85) ? dice.below(counts.claimants) + 1 : null,
    reported_by_id: dice.inHundred(15) ? dice.below(counts.claimants) + 1 : null,
    claimed_on: dice.inHundred(50) ? now.slice(0, dice.inHundred(30) ? 7 : 10) : null,
    claimed_place: dice.inHundred(20) ? dice.pick(places) : null,
    kind: dice.pick(claimKinds),
    priority: dice.inHundred(10) ? 1 : dice.inHundred(20) ? 3 : 2,
    due_on: isUnfinished(course.state) && dice.inHundred(30) ? `2026-0${dice.below(9) + 1}-15` : null,
    state: course.state,
    assignee_id: course.assignee,
    added_by_id: by,
    created_at: now,
    changed_at: now,
    set_aside_reason: course.setAsideReason,
    state_before: course.setAsideReason && 'open',
    decision_id: course.decisionId,
    rating_id: course.decisionId && (course.ratings.at(-1)?.id ?? null),
  })
}

const isUnfinished = (state: ClaimState) => state === 'open' || state === 'checking' || state === 'in_review'

function addTags({ add, dice, counts }: Tables, claim: number): void {
  const first = dice.below(counts.tags)
  for (let nth = 0; nth < dice.below(3); nth++) {
    add.claim_tags({ claim_id: claim, tag_id: ((first + nth * 7) % counts.tags) + 1 })
  }
}

function addEvidence(tables: Tables, { subject, state, assignee }: Course): void {
  const { add, dice, ledger, ids, counts } = tables
  if (assignee === null || state === 'set_aside') return
  const first = dice.below(counts.sources)
  for (let nth = 0; nth < dice.below(4); nth++) {
    const [id, source, stance] = [++ids.evidence, ((first + nth) % counts.sources) + 1, dice.pick(stances)]
    const sha256 = '0'.repeat(64)
    ledger.tell(assignee, 'evidence.added', { ...subject, source }, { evidence: id, stance, sha256 })
    const said = { passage: passage(dice), locator: `p. ${dice.below(90) + 1}`, note: null }
    const row = { id, claim_id: subject.claim, source_id: source, stance, ...said }
    add.evidence({ ...row, added_by_id: assignee, created_at: ledger.now() })
  }
}
