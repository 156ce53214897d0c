import { searchable } from '../text/search-words.ts'

/** Words in one shingle. */
const size = 5
const mostWords = 200_000
const mostHashes = 4_096
/** So many shingles in common are more than a quotation of a few sentences. */
const leastShared = 40
/** The share of the shorter text that has to stand in the longer one. */
const leastContained = 0.35

/**
 * What is kept of a text to tell whether another one carries it: of the hashes of all runs of five words those divisible by
 * `scale`, a power of two, in ascending order. Sketches of texts of any two lengths can be compared.
 */
export type Sketch = { scale: number; hashes: Uint32Array }

/** The sketch of a text; of its first 200,000 words. At most 4,096 hashes, 16 kB. */
export function sketchOf(text: string): Sketch {
  const all = shinglesOf(wordsOf(text))
  let scale = 1
  let kept = all
  while (kept.length > mostHashes) {
    scale *= 2
    kept = kept.filter((hash) => hash % scale === 0)
  }
  return { scale, hashes: kept }
}

/**
 * Whether one text carries the other, or both the same third: cut, lightly rewritten or with something added. A quotation of
 * a few sentences does not; nor do texts of fewer than 45 words, unless they are the same.
 */
export function carrySameText(a: Sketch, b: Sketch): boolean {
  const scale = Math.max(a.scale, b.scale)
  const [one, other] = [at(a, scale), at(b, scale)]
  const least = Math.min(one.length, other.length)
  if (least === 0) return false
  const shared = inBoth(one, other)
  if (shared === one.length && shared === other.length) return shared >= size
  return shared * scale >= leastShared && shared >= leastContained * least
}

/** The few smallest hashes of a sketch, at the same scale for all: near-duplicates have most of them in common. */
export const marksOf = ({ hashes }: Sketch): number[] => Array.from(hashes.subarray(0, 8))

const at = ({ scale, hashes }: Sketch, wanted: number) =>
  scale === wanted ? hashes : hashes.filter((hash) => hash % wanted === 0)

function inBoth(a: Uint32Array, b: Uint32Array): number {
  let [i, j, shared] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0)
    if (difference === 0) shared += 1
    if (difference <= 0) i += 1
    if (difference >= 0) j += 1
  }
  return shared
}

// Scripts that put no space between words are taken letter by letter.
const word = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu

function wordsOf(text: string): number[] {
  const hashes: number[] = []
  for (const [found] of searchable(text).matchAll(word)) {
    if (hashes.push(hashOf(found)) === mostWords) break
  }
  return hashes
}

function shinglesOf(words: number[]): Uint32Array {
  const hashes = new Set<number>()
  for (let start = 0; start + size <= words.length; start += 1) {
    let hash = 0
    for (let index = start; index < start + size; index += 1)
      hash = Math.imul(hash ^ (words[index] ?? 0), 0x9e3779b1) ^ (hash >>> 15)
    hashes.add(mixed(hash))
  }
  return Uint32Array.from(hashes).sort()
}

// FNV-1a.
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

// The last step of MurmurHash3: every bit of the hash depends on every bit of what went in.
function mixed(hash: number): number {
  let mix = hash
  mix = Math.imul(mix ^ (mix >>> 16), 0x85ebca6b)
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35)
  return (mix ^ (mix >>> 16)) >>> 0
}
