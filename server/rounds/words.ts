import type { Difference } from '../../db/schema/index.ts'

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
