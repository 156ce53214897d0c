import type { ClaimState, Difference } from '../../db/schema/index.ts'

export { differences } from '../../db/schema/index.ts'
export type { Difference, RoundEnd } from '../../db/schema/index.ts'

/** Why two verdicts differed, in a few words. */
export const differenceWords: Record<Difference, string> = {
  reading: 'They read the claim differently',
  evidence: 'They had different evidence',
  boundary: 'It lies on the boundary between two ratings',
  mistake: 'One of them made a mistake',
}

/** What each reason means for the desk. */
export const differenceMeanings: Record<Difference, string> = {
  reading: 'The words allow more than one meaning, and each checked another. Make the statement of the claim clearer.',
  evidence: 'One used a source that the other did not have or did not trust.',
  boundary: 'Both saw the same, and the definitions of the scale do not say which rating it is.',
  mistake: 'A figure, a date, a name or a passage was misread.',
}

/** Why no round of independent verdicts can be opened on a claim in that state, or undefined. */
export function noRoundReason(state: ClaimState): string | undefined {
  if (state === 'candidate')
    return 'This claim is only a candidate yet. Accept it first; then two checkers can judge it.'
  if (state === 'set_aside') return 'This claim is set aside. Take it up again first; then two checkers can judge it.'
  if (state === 'published') return 'This claim is published, so its decision stands. Ask for a correction instead.'
  return undefined
}

/** How a claim may be judged, as its form says it; '' is as its article says. */
export const independences = ['', 'yes', 'no'] as const
