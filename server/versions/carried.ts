import type { Span } from '../articles/sentences.ts'
import { type Run, imageOf } from './align.ts'

type Texts = { before: string; after: string; sure: readonly Run[] }

/**
 * Which old sentence each new one is, by index, null for one that is new: the same words where the comparison leaves no
 * doubt, or moved elsewhere, when they were taken out once and put in once.
 */
export function carriedSentences(
  { before, after, sure }: Texts,
  old: readonly Span[],
  now: readonly Span[],
): (number | null)[] {
  const at = new Map(now.map(({ start }, index) => [start, index]))
  const carried: (number | null)[] = now.map(() => null)
  const left: number[] = []
  for (const [index, sentence] of old.entries()) {
    const image = imageOf(sure, sentence)
    const there = image && at.get(image.start)
    if (there !== undefined && now[there]?.end === image?.end) carried[there] = index
    else left.push(index)
  }
  const isNew = (index: number) => carried[index] === null
  const removed = once(left, (index) => cut(before, old[index]))
  const added = once([...now.keys()].filter(isNew), (index) => cut(after, now[index]))
  for (const [words, index] of added) carried[index] = removed.get(words) ?? null
  return carried
}

const cut = (text: string, span: Span | undefined) => (span ? text.slice(span.start, span.end) : '')

// What comes twice could be either.
function once(indexes: readonly number[], wordsOf: (index: number) => string): Map<string, number> {
  const found = new Map<string, number>()
  const twice = new Set<string>()
  for (const index of indexes) {
    const words = wordsOf(index)
    if (found.has(words)) twice.add(words)
    found.set(words, index)
  }
  for (const words of twice) found.delete(words)
  return found
}
