import type { Tone } from '../../db/schema/index.ts'

export const tones = ['true', 'mostly-true', 'half', 'mostly-false', 'false', 'off-axis'] as const satisfies Tone[]

export const toneWords: Record<Tone, string> = {
  true: 'Green',
  'mostly-true': 'Light green',
  half: 'Yellow',
  'mostly-false': 'Orange',
  false: 'Red',
  'off-axis': 'Violet',
}

/** The drawings of the icon sprite that stand for ratings. */
export const shapes = [
  'full',
  'three-quarters',
  'half',
  'quarter',
  'cross',
  'bend',
  'gap',
  'question',
  'smile',
] as const
export type Shape = (typeof shapes)[number]

export const shapeWords: Record<Shape, string> = {
  full: 'Full disc',
  'three-quarters': 'Disc, three quarters full',
  half: 'Disc, half full',
  quarter: 'Disc, a quarter full',
  cross: 'Cross',
  bend: 'Diamond with a bent arrow',
  gap: 'Diamond with gaps',
  question: 'Diamond with a question mark',
  smile: 'Diamond with a smile',
}

/** What lies on the truth axis has one of these; 5 is true. */
export const axisValues = ['5', '4', '3', '2', '1'] as const

export const axisWords: Record<(typeof axisValues)[number], string> = {
  5: '5: true',
  4: '4',
  3: '3: in the middle',
  2: '2',
  1: '1: false',
}

/** The fewest ratings that a verdict can choose from. */
export const fewestRatings = 2
