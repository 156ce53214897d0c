import { z } from 'zod'
import type { ClaimRecord, Claimant } from '../../claims/claim.ts'
import { claimKinds, claimNumber, claimStates, standings } from '../../claims/words.ts'
import { Person, instant, orNull, page, rowId, someDate } from './parts.ts'

export const ClaimantShape = z
  .strictObject({ id: rowId, name: z.string(), role: z.string().nullable() })
  .meta({ id: 'Claimant', description: 'A person or an organisation.' })

export const ClaimShape = z
  .strictObject({
    id: rowId,
    number: z.string().meta({ description: 'How people call it: the article and the number in it, such as 1-9.' }),
    page,
    article: z.strictObject({ id: rowId, title: z.string() }),
    text_id: rowId.meta({ description: 'The version of the text that the place counts in.' }),
    text_version: z.int().positive(),
    standing: z.enum(standings).meta({ description: 'Whether its words stand in the newest version of the article.' }),
    quote: z.string(),
    start: z.int().nonnegative().meta({ description: 'Where the quote begins, in UTF-16 code units.' }),
    end: z.int().positive(),
    statement: z.string(),
    claimant: orNull(ClaimantShape),
    reported_by: orNull(ClaimantShape),
    claimed_on: someDate.nullable(),
    claimed_place: z.string().nullable(),
    kind: z.enum(claimKinds),
    tags: z.array(z.string()),
    priority: z.int().min(1).max(3).meta({ description: '1 high, 2 normal, 3 low.' }),
    assignee: orNull(Person),
    due_on: z.string().nullable(),
    state: z.enum(claimStates),
    set_aside_reason: z.string().nullable(),
    rating: z
      .strictObject({ key: z.string(), label: z.string() })
      .nullable()
      .meta({ description: 'That of the decision in force.' }),
    evidence_count: z.int().nonnegative().meta({ description: 'Without what is withdrawn or confidential.' }),
    correction_count: z.int().nonnegative(),
    published_at: instant.nullable(),
    created_at: instant,
    changed_at: instant,
  })
  .meta({ id: 'Claim', description: 'One assertion that can be checked.' })

/** A claim as programs read it. */
export function claimOf(claim: ClaimRecord, evidence: number, origin: string): z.input<typeof ClaimShape> {
  const { rating } = claim
  return {
    id: claim.id,
    number: claimNumber(claim),
    page: `${origin}/claims/${claim.id}`,
    article: { id: claim.articleId, title: claim.articleTitle },
    text_id: claim.versionId,
    text_version: claim.versionNumber,
    standing: claim.standing,
    quote: claim.quote,
    start: claim.quoteStart,
    end: claim.quoteEnd,
    statement: claim.statement,
    claimant: claimantOf(claim.claimant),
    reported_by: claimantOf(claim.reportedBy),
    claimed_on: claim.claimedOn,
    claimed_place: claim.claimedPlace,
    kind: claim.kind,
    tags: claim.tags,
    priority: claim.priority,
    assignee: claim.assignee,
    due_on: claim.dueOn,
    state: claim.state,
    set_aside_reason: claim.setAsideReason,
    rating: rating && { key: rating.key, label: rating.label },
    evidence_count: evidence,
    correction_count: claim.correctionCount,
    published_at: claim.publishedAt,
    created_at: claim.createdAt,
    changed_at: claim.changedAt,
  }
}

const claimantOf = (one: Claimant | null) => one && { id: one.id, name: one.name, role: one.role || null }
