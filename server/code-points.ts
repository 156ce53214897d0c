type Span = { start: number; end: number }

/** A place in text, given in UTF-16 code units, counted in Unicode code points, as the Web Annotation model does. */
export function inCodePoints(text: string, { start, end }: Span): Span {
  const before = count(text, 0, start)
  return { start: before, end: before + count(text, start, end) }
}

// A pair of surrogates is one; half a pair, were it ever cut so, counts with what it is in.
function count(text: string, from: number, to: number): number {
  let points = 0
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at)
    const isSecondHalf = unit >= 0xdc00 && unit <= 0xdfff && at > from
    if (!isSecondHalf || !isFirstHalf(text.charCodeAt(at - 1))) points += 1
  }
  return points
}

const isFirstHalf = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
