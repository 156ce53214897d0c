/** A value of a row, by the number of its query and row and the name of its column; `slice` is a part of it. */
export type Hole = { query: number; row: number; column: string; slice?: [start: number, end: number] }
/** A page as what stays the same and what comes from rows. */
export type Part = string | Hole
export type Row = Record<string, unknown>

const shortest = 2
const longText = 2_000

/** As templates escape: the five characters that mean something in HTML. */
export const escape = (text: string): string =>
  /[&<>"']/.test(text)
    ? text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;')
    : text

/**
 * Takes a page apart into its frame and the values of the rows that it shows: putting the parts together again, values
 * escaped, gives the same bytes. So the limit is made from our own page, however that changes.
 */
export function derive(page: string, results: Row[][]): Part[] {
  const values = valuesIn(results)
  const pattern = patternOf([...values.keys()])
  const parts = cut(page, pattern, (found) => values.get(found))
  const texts = longTextsIn(results)
  return parts
    .flatMap((part) => (typeof part === 'string' ? slicesIn(part, texts) : part))
    .filter((part) => part !== '')
}

/** The page put together from its parts. */
export function assemble(parts: Part[], results: Row[][]): string {
  const shown = ({ query, row, column, slice }: Hole) => {
    const text = String(results[query]?.[row]?.[column])
    return escape(slice ? text.slice(...slice) : text)
  }
  return parts.map((part) => (typeof part === 'string' ? part : shown(part))).join('')
}

type Value = { hole: Hole; text: string }

function cells(results: Row[][]): Value[] {
  return results.flatMap((rows, query) =>
    rows.flatMap((cells, row) =>
      Object.entries(cells)
        .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
        .map(([column, value]) => ({ hole: { query, row, column }, text: String(value) })),
    ),
  )
}

function valuesIn(results: Row[][]): Map<string, Hole> {
  const values = new Map<string, Hole>()
  for (const { hole, text } of cells(results)) {
    const isUsual = text.length >= shortest && text.length < longText
    if (isUsual && !values.has(escape(text))) values.set(escape(text), hole)
  }
  return values
}

// The longest first, so that a statement is not taken for the number in it; words and numbers only as wholes.
function patternOf(texts: string[]): RegExp {
  const alternatives = texts
    .toSorted((a, b) => b.length - a.length)
    .map((text) => text.replaceAll(/[$()*+.?[\\\]^{|}/]/g, String.raw`\$&`))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
}

function cut(text: string, pattern: RegExp, holeOf: (found: string) => Hole | undefined): Part[] {
  const parts: Part[] = []
  let from = 0
  for (const found of text.matchAll(pattern)) {
    const hole = holeOf(found[0])
    if (!hole) continue
    parts.push(text.slice(from, found.index), hole)
    from = found.index + found[0].length
  }
  return [...parts, text.slice(from)]
}

const longTextsIn = (results: Row[][]): Value[] => cells(results).filter(({ text }) => text.length >= longText)

// What a long text was cut into, in its order: the words between two tags.
function slicesIn(part: string, texts: Value[]): Part[] {
  return cut(part, /(?<=>|^)[^<>]{3,}(?=<|$)/g, (found) => {
    for (const { hole, text } of texts) {
      const start = text.indexOf(unescape(found))
      if (start >= 0 && escape(unescape(found)) === found)
        return { ...hole, slice: [start, start + unescape(found).length] }
    }
    return undefined
  })
}

const unescape = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
