/** A value of a JSON file, whole or one of those that its long list holds; `line` counts from 1. */
export type JsonItem = { line: number; value: unknown } | { line: number; unreadable: string }

/** Characters of one value; nothing longer is kept in memory. */
const longest = 5_000_000

// Names of lists that hold what such a file is about.
const listName = /"(?:dataFeedElement|@graph|itemListElement)"\s*:\s*$/

/**
 * The values of a JSON text that comes in pieces, also of several one after the other: those of the list that the whole is, or
 * that it has under one of a few names, and else the whole. Only one of them is in memory at a time.
 */
export async function* jsonItems(
  texts: AsyncIterable<string> | Iterable<string>,
  firstLine = 1,
): AsyncGenerator<JsonItem> {
  const splitter = new Splitter(firstLine)
  for await (const text of texts) yield* splitter.take(text)
  yield* splitter.end()
}

class Splitter {
  line: number
  // What a value is cut out of: the text itself, or a list in it; after the list there is nothing more of interest.
  within: 'text' | 'list' | 'nothing' = 'text'
  depth = 0
  inString = false
  isEscaped = false
  value: { line: number; text: string; isTooLong: boolean } | undefined
  // Where the value goes on in the piece at hand.
  from = 0

  constructor(line: number) {
    this.line = line
  }

  *take(piece: string): Generator<JsonItem> {
    this.from = 0
    for (let at = 0; at < piece.length && this.within !== 'nothing'; at += 1) {
      const sign = piece[at] ?? ''
      if (sign === '\n') this.line += 1
      if (this.inString) this.pass(sign)
      else if (sign === '{' || sign === '[') this.open(sign, piece, at)
      else if (sign === '}' || sign === ']') yield* this.close(piece, at)
      else if (sign === ',' && this.depth === 0) yield* this.ended(piece, at)
      else if (sign.trim() !== '') {
        this.begin(at)
        this.inString = sign === '"'
      }
    }
    this.keep(piece, piece.length)
  }

  *end(): Generator<JsonItem> {
    if (this.value) yield this.read(this.value)
  }

  private pass(sign: string): void {
    if (this.isEscaped) this.isEscaped = false
    else if (sign === '\\') this.isEscaped = true
    else if (sign === '"') this.inString = false
  }

  private open(sign: string, piece: string, at: number): void {
    if (sign === '[' && this.within === 'text' && this.isList(piece, at)) {
      this.within = 'list'
      this.depth = 0
      this.value = undefined
      return
    }
    this.begin(at)
    this.depth += 1
  }

  private isList(piece: string, at: number): boolean {
    if (!this.value) return true
    if (this.depth !== 1) return false
    const before = this.value.text.slice(-60) + piece.slice(Math.max(this.from, at - 60), at)
    return listName.test(before)
  }

  private *close(piece: string, at: number): Generator<JsonItem> {
    if (this.depth === 0) {
      yield* this.ended(piece, at)
      this.within = 'nothing'
      return
    }
    this.depth -= 1
    if (this.depth === 0) yield* this.ended(piece, at + 1)
  }

  private *ended(piece: string, at: number): Generator<JsonItem> {
    this.keep(piece, at)
    const { value } = this
    this.value = undefined
    if (value) yield this.read(value)
  }

  private begin(at: number): void {
    if (this.value) return
    this.value = { line: this.line, text: '', isTooLong: false }
    this.from = at
  }

  private keep(piece: string, to: number): void {
    const { value } = this
    if (value && !value.isTooLong) value.text += piece.slice(this.from, to)
    this.from = to
    if (!value || value.text.length <= longest) return
    value.isTooLong = true
    value.text = ''
  }

  private read({ line, text, isTooLong }: NonNullable<Splitter['value']>): JsonItem {
    if (isTooLong) return { line, unreadable: tooLong }
    const value = parsed(text) ?? parsed(mended(text))
    return value ? { line, ...value } : { line, unreadable: illFormed }
  }
}

const tooLong =
  'This entry is longer than five million characters. Ask for the file as a list, with one entry for each check.'
const illFormed =
  'This is not well-formed JSON, or the file ends here in the middle. Ask whoever made it for a whole one, or take this part out.'

function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

// What pages are seen to get wrong: line breaks within a text, and a comma too many.
const mended = (text: string): string =>
  // eslint-disable-next-line no-control-regex
  text.replaceAll(/[\u0000-\u001F]+/g, ' ').replaceAll(/, *([}\]])/g, '$1')
