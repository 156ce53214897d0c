import type { Features } from './features.ts'
import type { NamedFeature } from './words.ts'

/** A linear model: what each feature adds to the score, and how the sum is read. */
export type Linear = {
  bias: number
  named: ReadonlyMap<NamedFeature, number>
  terms: ReadonlyMap<string, number>
  /** The probability is the logistic function of `slope` · sum + `shift` (Platt 1999). */
  slope: number
  shift: number
  /** The probability from which a sentence is worth checking. */
  line: number
}

/** What each term of a sentence counts: the longer the sentence, the less, and independent of what the model knows. */
export const termValue = (terms: readonly string[]): number => 3 / Math.sqrt(Math.max(terms.length, 1))

/** The sum before it is made a probability. */
export function sumOf({ bias, named, terms }: Linear, features: Features): number {
  let sum = bias
  for (const feature of features.named) sum += named.get(feature) ?? 0
  const value = termValue(features.terms)
  for (const term of features.terms) sum += (terms.get(term) ?? 0) * value
  return sum
}

/** How likely it is that people would call the sentence worth checking: 0 to 1, to six decimals. */
export const probabilityOf = ({ slope, shift }: Linear, sum: number): number =>
  Math.round(1e6 / (1 + Math.exp(-(slope * sum + shift)))) / 1e6
