import { contentWords } from './terms.ts'

/** The pieces of four letters of a text's content words, each once and as a number, in rising order. */
export function gramsOf(text: string): Uint32Array {
  const line = ` ${contentWords(text).join(' ')} `
  const found = new Set<number>()
  for (let i = 0; i + 4 <= line.length; i++) found.add(hashAt(line, i))
  return Uint32Array.from(found).sort()
}

// Two different pieces seldom fall together, and then no more is lost than by a misspelt word.
function hashAt(line: string, at: number): number {
  let hash = 0
  for (let i = at; i < at + 4; i++) hash = (Math.imul(hash, 0x01000193) ^ line.charCodeAt(i)) >>> 0
  return hash
}

/** The cosine of two sets of pieces: 0 to 1. */
export function cosine(a: Uint32Array, b: Uint32Array): number {
  if (a.length === 0 || b.length === 0) return 0
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const left = a[i] ?? 0
    const right = b[j] ?? 0
    if (left === right) shared++
    if (left <= right) i++
    if (right <= left) j++
  }
  return shared / Math.sqrt(a.length * b.length)
}
