import type { Text } from '../articles/article.ts'
import type { Triage } from '../articles/words.ts'
import type { Comparison } from './compare.ts'
import type { Anchored } from './confirmed.ts'

type Decided = { start: number; end: number; triage: Triage; reason: string | null }

/**
 * The sentences of the new text: one that did not change keeps what was decided about it, and holds a claim only while one
 * stands in it. The others are untouched.
 */
export function decidedSentences(base: Text, { sentences, carried }: Comparison, anchored: Anchored): Decided[] {
  const places = [...anchored.exact, ...anchored.confirmed].map(({ place }) => place)
  const holds = (span: { start: number; end: number }) =>
    places.some(({ start, end }) => start < span.end && span.start < end)
  return sentences.map((span, index) => {
    const old = base.sentences[carried[index] ?? -1]
    const keeps = old && (old.triage === 'not_a_claim' || (old.triage === 'claim' && holds(span)))
    return { ...span, triage: keeps ? old.triage : 'untouched', reason: keeps ? old.reason : null }
  })
}
