type Place = { start: number; end: number }

// The search goes over the text once for each word of 32 characters; one step takes about 10 ns.
const wordLength = 32
const cheapSteps = 1_000_000
const sliceLength = 8_000
const fewestPlaces = 4
const gramLength = 6
const buckets = 1 << 16

/**
 * The stretches of a text in which a pattern with up to `maxErrors` errors is worth looking for: all of it when that is
 * cheap, else those that share most runs of six characters with it (seed and extend). Offsets are UTF-16 code units.
 */
export function likelyPlaces(text: string, pattern: string, maxErrors: number): Place[] {
  const size = pattern.length + maxErrors
  const passes = Math.ceil(pattern.length / wordLength)
  if (text.length * passes <= cheapSteps) return slices(text.length, size)
  const places = Math.max(fewestPlaces, Math.trunc(cheapSteps / 5 / (passes * (2 * size + 2 * maxErrors))))
  return best(pairs(countShared(text, { grams: gramsOf(pattern), size })), places).map((bin) => ({
    start: Math.max(0, bin * size - maxErrors),
    end: Math.min(text.length, (bin + 2) * size + maxErrors),
  }))
}

/** Whether most of a text is said over and over in it: such a text is like too many places to be found at one of them. */
export function repeatsItself(text: string): boolean {
  const grams = new Set<number>()
  eachGram(text, (hash) => grams.add(hash))
  return grams.size < (text.length - gramLength) / 8
}

const slices = (length: number, overlap: number): Place[] =>
  Array.from({ length: Math.ceil(length / sliceLength) }, (_, slice) => ({
    start: slice * sliceLength,
    end: Math.min(length, (slice + 1) * sliceLength + overlap),
  }))

const base = 0x01000193
const leaving = Array.from({ length: gramLength }).reduce<number>((power) => Math.imul(power, base), 1)
const bucket = (hash: number) => hash >>> 16

function gramsOf(pattern: string): Uint8Array {
  const grams = new Uint8Array(buckets)
  eachGram(pattern, (hash) => {
    grams[bucket(hash)] = 1
  })
  return grams
}

/** How many runs of the text stand in the pattern too, counted in stretches of `size` units. */
function countShared(text: string, { grams, size }: { grams: Uint8Array; size: number }): Uint32Array {
  const counts = new Uint32Array(Math.ceil(text.length / size))
  eachGram(text, (hash, start) => {
    if (grams[bucket(hash)]) counts[Math.trunc(start / size)]! += 1
  })
  return counts
}

// A hash that rolls: each character comes in once and leaves once.
function eachGram(text: string, take: (hash: number, start: number) => void): void {
  let hash = 0
  for (let i = 0; i < text.length; i++) {
    hash = (Math.imul(hash, base) + text.charCodeAt(i)) | 0
    if (i >= gramLength) hash = (hash - Math.imul(leaving, text.charCodeAt(i - gramLength))) | 0
    if (i >= gramLength - 1) take(hash, i - gramLength + 1)
  }
}

// What is sought may lie across two stretches.
const pairs = (counts: Uint32Array) => counts.map((count, bin) => count + (counts[bin + 1] ?? 0))

function best(counts: Uint32Array, places: number): number[] {
  const bins = [...counts.keys()].filter((bin) => counts[bin]! > 0)
  return bins.sort((a, b) => counts[b]! - counts[a]! || a - b).slice(0, places)
}
