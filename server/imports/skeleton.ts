/** A place in a text, in UTF-16 code units. */
export type Span = { start: number; end: number }

type Placed = Span & { quote: string; claimThere: number }

const longest = 5_000_000

/**
 * What the claims of a file tell of a text: their quotes where they stood, and nothing between. A quote that cannot have stood
 * there, because another one does, comes after the end.
 */
export function skeletonOf(claims: readonly Placed[]): { text: string; spans: Map<number, Span> } {
  const spans = new Map<number, Span>()
  const misfits: Placed[] = []
  const pieces: string[] = []
  let length = 0
  // The end of the text, from where the first of the quotes begins that touch it.
  let tail = ''
  for (const claim of claims.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const { start, end, quote, claimThere } = claim
    const overlap = Math.max(0, length - start)
    const isWhole = end - start === quote.length && end <= longest
    if (!isWhole || !agree(tail.slice(tail.length - overlap), quote)) {
      misfits.push(claim)
      continue
    }
    spans.set(claimThere, { start, end })
    const added = quote.slice(overlap)
    const between = gap(start - length)
    pieces.push(between, added)
    length += between.length + added.length
    tail = overlap === 0 ? added : tail + added
  }
  for (const { quote, claimThere } of misfits) {
    const between = length > 0 ? '\n\n' : ''
    pieces.push(between, quote)
    spans.set(claimThere, { start: length + between.length, end: length + between.length + quote.length })
    length += between.length + quote.length
  }
  return { text: pieces.join(''), spans }
}

const agree = (there: string, quote: string) =>
  there.length >= quote.length ? there.startsWith(quote) : quote.startsWith(there)

// The text between is not in the file, and whoever reads it should see that.
const gap = (length: number) => (length < 7 ? '\n'.repeat(Math.max(0, length)) : `\n\n[…]${'\n'.repeat(length - 5)}`)
