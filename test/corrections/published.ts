import { eq } from 'drizzle-orm'
import { claims } from '../../db/schema/index.ts'
import { write } from '../../db/write.ts'
import { publishClaim } from '../../server/claims/publication.ts'
import { readClaim } from '../../server/claims/claim.ts'
import { approveVerdict } from '../../server/verdicts/review.ts'
import { harbour } from '../evidence/harbour.ts'
import { type Newsroom, newsroom } from '../support/newsroom.ts'
import { aVerdict, rated } from '../verdicts/harbour.ts'

/** Decides a claim by two people: Cleo finds it false, Ben approves. Returns the id of the decision. */
export async function decided({ db, cleo, ben }: Newsroom, claimId: number): Promise<number> {
  const { verdictId } = await aVerdict(db, cleo, claimId, { override: 'A test needs no evidence.' })
  await write(db, (tx) => approveVerdict(tx, ben, verdictId))
  return (await readClaim(db.reader, claimId)).decisionId ?? 0
}

/** Decides a claim and has Edith publish it. */
export async function published(news: Newsroom, claimId: number): Promise<number> {
  const decision = await decided(news, claimId)
  await publishClaim(news.db, news.edith, claimId, { decision })
  return decision
}

/** A newsroom with a published claim, its decision, and another claim that nobody has checked. */
export async function aPublishedClaim() {
  const news = await newsroom()
  const { claims: made } = await harbour(news.db, 2)
  const [claim = 0, other = 0] = made
  return { ...news, claim, other, decision: await published(news, claim) }
}

/** What is typed into the form of a correction. */
export const typedCorrection = (decision: number) => ({
  kind: 'correction',
  note: 'An earlier version of this check overlooked the harbour master’s log.',
  rating: rated.halfTrue,
  rationale: 'Ships by day, none by night.',
  explanation: '',
  decision,
})

/** The columns of a claim that corrections keep. */
export async function countsOf({ db }: Newsroom, claimId: number) {
  const [row] = await db.reader
    .select({ count: claims.correctionCount, last: claims.lastCorrectionAt, publishedAt: claims.publishedAt })
    .from(claims)
    .where(eq(claims.id, claimId))
  return row
}
