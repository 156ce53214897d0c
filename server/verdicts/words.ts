import type { Basis } from '../../db/schema/index.ts'

export type { Basis, ClaimState, Tone } from '../../db/schema/index.ts'

export const basisWords: Record<Basis, string> = {
  single: 'one checker',
  agreed: 'agreed by two people',
  adjudicated: 'adjudicated',
}
