import { formValues } from '../values/form-values.ts'
import type { ClaimRecord } from './claim.ts'
import type { ClaimKind } from './words.ts'

/** A claim as the fields of its form hold it, and the version. */
export const claimValues = (claim: ClaimRecord): Record<string, string> =>
  formValues({
    statement: claim.statement,
    claimant: claim.claimant?.name ?? null,
    claimantRole: claim.claimant?.role ?? null,
    reportedBy: claim.reportedBy?.name ?? null,
    claimedOn: claim.claimedOn,
    claimedPlace: claim.claimedPlace,
    kind: claim.kind,
    priority: claim.priority,
    tags: claim.tags.join(', '),
    assignee: claim.assignee?.id ?? null,
    dueOn: claim.dueOn,
    version: claim.version,
  })

/** A first guess at the kind of a claim, for its form: figures other than a year make it numerical. */
export const likelyKind = (quote: string): ClaimKind =>
  /\p{Nd}|%/u.test(quote.replaceAll(/\b(1[5-9]|20)\d\d\b/g, '')) ? 'numerical' : 'event'
