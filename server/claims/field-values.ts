import type { ClaimRecord } from './claim.ts'
import type { ClaimKind } from './words.ts'

/** What is stored of a claim as its form's fields hold it, by field; `version` too. */
export function claimFields(claim: ClaimRecord): Record<string, string> {
  return {
    statement: claim.statement,
    claimant: claim.claimant?.name ?? '',
    claimantRole: claim.claimant?.role ?? '',
    reportedBy: claim.reportedBy?.name ?? '',
    claimedOn: claim.claimedOn ?? '',
    claimedPlace: claim.claimedPlace ?? '',
    kind: claim.kind,
    priority: String(claim.priority),
    tags: claim.tags.join(', '),
    assignee: claim.assignee ? String(claim.assignee.id) : '',
    dueOn: claim.dueOn ?? '',
    version: String(claim.version),
  }
}

/** A first guess at the kind of a claim, for its form: figures other than a year make it numerical. */
export const likelyKind = (quote: string): ClaimKind =>
  /\p{Nd}|%/u.test(quote.replaceAll(/\b(1[5-9]|20)\d\d\b/g, '')) ? 'numerical' : 'event'
