import { type Correction, type Judged, movedBy } from './worthiness/correction.ts'
import { type NamedFeature, namedFeatures } from './worthiness/words.ts'

/** From so many decisions on, proposals can be ranked by them. */
export const fewestDecisions = 200
/** And from so many accepted and so many set aside: from one kind alone nothing can be told. */
export const fewestOfEach = 20

/** What the decisions say of one named feature: `weight` in log-odds, `fifty` what it makes of a score of 50. */
export type SignLearned = { sign: NamedFeature; weight: number; fifty: number; seen: number; accepted: number }

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
    .map(([sign, counted]) => {
      const weight = weights.get(sign) ?? 0
      return { sign, weight, fifty: Math.round(movedBy(0.5, weight) * 100), ...counted }
    })
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
}
