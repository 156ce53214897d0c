import type { RelationKind } from '../../db/schema/index.ts'

export { relationKinds } from '../../db/schema/index.ts'
export type { RelationKind } from '../../db/schema/index.ts'

/** What the probability of a precedent is called; nothing under the second line is shown. */
export const likenesses = ['same', 'maybe'] as const
export type Likeness = (typeof likenesses)[number]

export const likenessWords: Record<Likeness, string> = { same: 'Likely the same claim', maybe: 'May be the same claim' }

const lines: Record<Likeness, number> = { same: 0.7, maybe: 0.3 }

/** The word for a probability, or undefined where it is too small to be worth a look. */
export const likenessOf = (probability: number): Likeness | undefined =>
  likenesses.find((likeness) => probability >= lines[likeness])

/** What one claim is to the other, read from the one that was named first. */
export const relationWords: Record<RelationKind, string> = {
  repeats: 'Repeats',
  part_of: 'Is part of',
  contradicts: 'Contradicts',
  duplicate: 'Is the same as',
}

/** The same, read from the other one. */
export const relationWordsBack: Record<RelationKind, string> = {
  repeats: 'Is repeated by',
  part_of: 'Has as a part',
  contradicts: 'Is contradicted by',
  duplicate: 'Is the same as',
}
