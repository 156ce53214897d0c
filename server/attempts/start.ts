import type { ClaimRecord } from '../claims/claim.ts'
import type { AttemptPurpose } from './words.ts'

type Known = Pick<ClaimRecord, 'claimant' | 'outlet'>

/** What the form of an attempt begins with: asked today, the claimant for their side, the outlet to have it corrected. */
export function attemptStart({ claimant, outlet }: Known, purpose: AttemptPurpose, now: Date): Record<string, string> {
  const whom = purpose === 'reply' ? claimant?.name : outlet
  return { purpose, whom: whom ?? '', way: 'email', askedOn: now.toISOString().slice(0, 10), outcome: 'waiting' }
}
