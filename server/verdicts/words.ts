import type { Basis, ClaimState } from '../../db/schema/index.ts'

export { bases } from '../../db/schema/index.ts'
export type { Basis, Tone } from '../../db/schema/index.ts'

export const basisWords: Record<Basis, string> = {
  single: 'one checker',
  agreed: 'agreed by two people',
  adjudicated: 'adjudicated',
}

/** Why a claim in that state takes no verdict, or undefined. */
export function noVerdictReason(state: ClaimState): string | undefined {
  if (state === 'candidate') return 'This claim is only a candidate yet. Accept it first; then it can have a verdict.'
  if (state === 'set_aside') return 'This claim is set aside. Take it up again first; then it can have a verdict.'
  if (state === 'published') return 'This claim is published, so its decision stands. Ask for a correction instead.'
  return undefined
}
