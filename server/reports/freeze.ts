import type { Conn } from '../../db/conn.ts'
import { readPlace } from '../claims/context.ts'
import { missing } from '../errors.ts'
import { passageUrl } from '../evidence/passage-url.ts'
import type { ClaimContent } from './content.ts'
import { type ClaimToFreeze, claimToFreeze, evidenceToFreeze, tagsToFreeze } from './freeze-store.ts'

/** What readers would be told of a claim now, and the decision that it comes from. */
export type Frozen = { claim: ClaimToFreeze; content: ClaimContent; decisionId: number | null }

/** Reads what an edition of the claim would hold; without a decision, or for a withdrawal, neither finding nor evidence. Throws NotFound. */
export async function freezeClaim(conn: Conn, claimId: number, { withdrawn = false } = {}): Promise<Frozen> {
  const claim = (await claimToFreeze(conn, claimId)) ?? missing('claim')
  const finding = withdrawn ? null : findingOf(claim)
  const { article, statement, claimant, reportedBy, claimedOn, claimedPlace, kind } = claim
  const told = { statement, quote: await quoteOf(conn, claim), claimant, reportedBy, claimedOn, claimedPlace, kind }
  const tags = await tagsToFreeze(conn, claimId)
  const evidence = finding ? await evidenceOf(conn, claimId) : []
  const content = { v: 1 as const, article, ...told, tags, finding, evidence }
  return { claim, content, decisionId: withdrawn ? null : (claim.decision?.id ?? null) }
}

function findingOf({ decision, rating, explanation }: ClaimToFreeze): ClaimContent['finding'] {
  if (!decision || !rating) return null
  const { rationale, basis, decidedAt, reviewerId } = decision
  return { rating, rationale, explanation, basis, decidedAt, reviewed: reviewerId !== null }
}

async function quoteOf(conn: Conn, claim: ClaimToFreeze): Promise<ClaimContent['quote']> {
  const { versionId, quoteStart: start, quoteEnd: end, quote: exact, prefix, suffix, textSha256 } = claim
  const { before, after, codePoints } = await readPlace(conn, versionId, { start, end })
  return { exact, prefix, suffix, start, end, codePoints, textSha256, before, after }
}

async function evidenceOf(conn: Conn, claimId: number): Promise<ClaimContent['evidence']> {
  const items = await evidenceToFreeze(conn, claimId)
  return items.map(({ passageMatch, passageThere, copy, ...item }, at) => ({
    ...item,
    number: at + 1,
    passageUrl: passageUrl(item.source.url, { passage: item.passage, passageMatch, passageThere }),
    copy: copy && { ...copy, match: passageMatch },
  }))
}
