import type { Correction, Judged } from './worthiness/correction.ts'
import { type NamedFeature, namedFeatures } from './worthiness/words.ts'

/** From so many decisions on, proposals can be ranked by them. */
export const fewestDecisions = 200
/** And from so many accepted and so many set aside: from one kind alone nothing can be told. */
export const fewestOfEach = 20

/** What the decisions say of one named feature: `weight` in log-odds, and how often it stood in a proposal. */
export type SignLearned = { sign: NamedFeature; weight: number; seen: number; accepted: number }

/** Each named feature that stood in a proposal decided about, the strongest first. */
export function signsLearned(judged: readonly Judged[], { weights }: Correction): SignLearned[] {
  const counts = new Map(namedFeatures.map((sign) => [sign, { seen: 0, accepted: 0 }]))
  for (const { signs, accepted } of judged) {
    for (const sign of signs) {
      const counted = counts.get(sign)
      if (!counted) continue
      counted.seen += 1
      if (accepted) counted.accepted += 1
    }
  }
  return [...counts]
    .filter(([, { seen }]) => seen > 0)
    .map(([sign, counted]) => ({ sign, weight: weights.get(sign) ?? 0, ...counted }))
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
}
