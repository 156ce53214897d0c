import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { claims, events, sources } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { assignClaim } from '../../server/claims/assignment.ts'
import { readClaim } from '../../server/claims/claim.ts'
import { addEvidence } from '../../server/evidence/evidence.ts'
import { record } from '../../server/history/record.ts'
import { reviewVerdict } from '../../server/verdicts/review.ts'
import { addVerdict } from '../../server/verdicts/verdict.ts'
import { personNamed } from './people.ts'

const evidenceItems = 10
const verdicts = 3
const eventCount = 30

/** Gives an open claim of the long article ten pieces of evidence, three verdicts and thirty events; returns its id. */
export async function prepareHeavyClaim(db: Db): Promise<number> {
  const isOpen = and(eq(claims.articleId, 1), eq(claims.state, 'open'), eq(claims.evidenceCount, 0))
  const [claim] = await db.reader.select({ id: claims.id }).from(claims).where(isOpen).orderBy(asc(claims.id)).limit(1)
  if (!claim) throw new Error('The long article has no open claim')
  const [checker, editor] = [await personNamed(db, 'junia'), await personNamed(db, 'ansel')]
  await assignClaim(db, checker, claim.id, checker.id)
  await attach(db, checker, claim.id)
  for (let given = 1; given <= verdicts; given++) {
    const finding = {
      ratingId: given,
      rationale: `What the papers of round ${given} show.`,
      explanation: 'See **p. 4**.',
      override: 'No page of it may be copied.',
    }
    const { verdictId } = await write(db, (tx) => addVerdict(tx, checker, claim.id, finding))
    const isLast = given === verdicts
    const answer = isLast ? { outcome: 'approved' as const } : { outcome: 'returned' as const, reason: 'Which page?' }
    await reviewVerdict(db, editor, verdictId, answer)
  }
  await edit(db, checker, claim.id)
  return claim.id
}

async function attach(db: Db, checker: { id: number }, claimId: number): Promise<void> {
  const found = await db.reader
    .select({ id: sources.id })
    .from(sources)
    .where(isNotNull(sources.url))
    .limit(evidenceItems)
  for (const [index, { id: sourceId }] of found.entries()) {
    const stance = (['supports', 'refutes', 'context'] as const)[index % 3] ?? 'context'
    const text = { passage: `Passage ${index + 1}, word for word.`, locator: `p. ${index + 1}`, note: null }
    await write(db, (tx) => addEvidence(tx, checker, { claimId, sourceId, stance, ...text }))
  }
}

async function edit(db: Db, checker: { id: number }, claim: number): Promise<void> {
  const { articleId: article } = await readClaim(db.reader, claim)
  const told = await db.reader.select({ seq: events.seq }).from(events).where(eq(events.claimId, claim))
  for (let number = told.length; number < eventCount; number++) {
    const change = { before: { priority: 2 }, after: { priority: 1 } }
    await write(db, (tx) => record(tx, checker, 'claim.edited', { article, claim }, change))
  }
}
