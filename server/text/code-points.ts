type Span = { start: number; end: number }

/** A place in text, given in UTF-16 code units, counted in Unicode code points, as the Web Annotation model does. */
export function inCodePoints(text: string, span: Span): Span {
  const [counted] = allInCodePoints(text, [span])
  return counted ?? span
}

/** The same for many places of one text, which is walked once. */
export function allInCodePoints(text: string, spans: readonly Span[]): Span[] {
  const before = new Map<number, number>()
  let [at, points] = [0, 0]
  for (const offset of spans.flatMap(({ start, end }) => [start, end]).sort((a, b) => a - b)) {
    for (; at < offset && at < text.length; at++) if (!isSecondHalf(text, at)) points += 1
    before.set(offset, points)
  }
  const counted = (offset: number) => before.get(offset) ?? 0
  return spans.map(({ start, end }) => ({ start: counted(start), end: counted(end) }))
}

const isSecondHalf = (text: string, at: number) => isIn(text, at, 0xdc00) && at > 0 && isIn(text, at - 1, 0xd800)

function isIn(text: string, at: number, first: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= first && unit < first + 0x400
}
