import { write } from '../../db/write.ts'
import type { Person } from '../../server/accounts/permissions.ts'
import { assignClaim } from '../../server/claims/assignment.ts'
import { readClaim } from '../../server/claims/claim.ts'
import { changeState } from '../../server/claims/progress.ts'
import { publishClaim } from '../../server/claims/publication.ts'
import { withdrawEvidence } from '../../server/evidence/change.ts'
import { addEvidence } from '../../server/evidence/evidence.ts'
import { reviewVerdict } from '../../server/verdicts/review.ts'
import { addVerdict } from '../../server/verdicts/verdict.ts'
import { type Stage, personOf, sourceFor } from './newsroom.ts'
import type { Told } from './take-in.ts'

/** Its checker takes the claim and attaches evidence; a claim that is nobody's stays as it is. */
export async function gather(stage: Stage, { id: claimId, story, evidence }: Told): Promise<void> {
  if (!story.checker) return
  const person = personOf(stage, story.checker)
  stage.clock.pass()
  await assignClaim(stage.db, person, claimId, person.id)
  for (const { source, stance, passage = null, locator = null, note = null } of story.evidence ?? []) {
    const sourceId = await sourceFor(stage, person, source)
    stage.clock.pass()
    const item = { claimId, sourceId, stance, passage, locator, note }
    evidence.push(await write(stage.db, (tx) => addEvidence(tx, person, item)))
  }
}

/** The first, second … verdict on the claim, if the story has one. */
export async function judge(stage: Stage, told: Told, round: number): Promise<void> {
  const verdict = told.story.verdicts?.[round]
  if (!verdict || !told.story.checker) return
  const person = personOf(stage, told.story.checker)
  const ratingId = stage.ratings.get(verdict.rating) ?? 0
  const { rationale, explanation = null, override = null } = verdict
  stage.clock.pass()
  const given = await write(stage.db, (tx) =>
    addVerdict(tx, person, told.id, { ratingId, rationale, explanation, override }),
  )
  told.verdicts.push(given.verdictId)
}

/** The answer to that verdict, if the story has one. */
export async function review(stage: Stage, { story, verdicts }: Told, round: number): Promise<void> {
  const { approved, returned } = story.verdicts?.[round] ?? {}
  const reviewer = approved ?? returned?.by
  const verdictId = verdicts[round]
  if (!reviewer || verdictId === undefined) return
  const answer = returned ? { outcome: 'returned' as const, reason: returned.reason } : { outcome: 'approved' as const }
  stage.clock.pass()
  await reviewVerdict(stage.db, personOf(stage, reviewer), verdictId, answer)
}

/** What is left at the end of the week: evidence withdrawn, a claim set aside or published. */
export async function finish(stage: Stage, told: Told): Promise<void> {
  const { db, clock } = stage
  const { story, evidence, id } = told
  const person = personOf(stage, story.checker ?? told.article.by)
  for (const [index, { withdrawn: reason }] of (story.evidence ?? []).entries()) {
    if (!reason) continue
    clock.pass()
    await withdrawEvidence(db, person, { id: evidence[index] ?? 0, reason })
  }
  if (story.setAside) {
    clock.pass()
    const { version } = await readClaim(db.reader, id)
    await changeState(db, person, id, { state: 'set_aside', reason: story.setAside, version })
  }
  if (story.published) await publish(stage, personOf(stage, 'marguerite'), id)
}

async function publish({ db, clock }: Stage, person: Person, id: number): Promise<void> {
  clock.pass()
  const { decisionId } = await readClaim(db.reader, id)
  await publishClaim(db, person, id, { decision: decisionId ?? 0 })
}
