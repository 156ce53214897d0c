import type { CorrectionKind } from '../../db/schema/index.ts'

export { correctionKinds } from '../../db/schema/index.ts'
export type { CorrectionKind } from '../../db/schema/index.ts'

export const correctionWords: Record<CorrectionKind, string> = {
  correction: 'Correction',
  update: 'Update',
  clarification: 'Clarification',
  withdrawal: 'Withdrawal',
}

/** When each kind is the right one. */
export const correctionMeanings: Record<CorrectionKind, string> = {
  correction: 'What we published was wrong.',
  update: 'What we published was right then; something new has come to light.',
  clarification: 'What we published was right, and could be misunderstood. The rating stays.',
  withdrawal: 'We no longer stand by it and have nothing to put in its place.',
}
