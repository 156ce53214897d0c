import type { ClaimRecord } from '../claims/claim.ts'
import type { Context } from '../claims/context.ts'
import type { Asked } from './matching/reading.ts'

type Said = Pick<ClaimRecord, 'statement' | 'quote' | 'claimant' | 'claimedOn' | 'publishedOn' | 'createdAt'>

/** What is asked about a claim: its statement, with its quote and the sentences around it. */
export const askedOfClaim = (
  { statement, quote, claimant, claimedOn, publishedOn, createdAt }: Said,
  context?: Context,
): Asked => ({
  text: statement,
  before: `${context?.before ?? ''} ${quote}`.trim(),
  after: context?.after ?? '',
  speaker: claimant?.name ?? '',
  on: claimedOn ?? publishedOn ?? createdAt.slice(0, 10),
})

/** What is asked about a text and nothing else. */
export const askedOfText = (text: string): Asked => ({ text, before: '', after: '', speaker: '', on: '' })
