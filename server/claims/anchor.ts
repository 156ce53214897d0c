import { BadInput } from '../errors.ts'

/** A quote and where it stands. Offsets and lengths are UTF-16 code units of the frozen text; `end` is exclusive. */
export type Anchor = { start: number; end: number; quote: string; prefix: string; suffix: string }

const contextLength = 32

/**
 * Cuts the quote and up to 32 units before and after it, white space at its ends left out. Throws BadInput for a place
 * that is empty, outside the text or in the middle of a character.
 */
export function anchorOf(text: string, from: number, to: number): Anchor {
  refuseBadRange(text, from, to)
  const selected = text.slice(from, to)
  const start = from + (selected.length - selected.trimStart().length)
  const quote = selected.trim()
  if (quote === '') throw badRange('Only white space is selected. Select the words of the claim.')
  const end = start + quote.length
  return { start, end, quote, prefix: before(text, start), suffix: after(text, end) }
}

/**
 * Finds the quote again: where it was, else where it stands in the surroundings most like its own, else (when several are
 * alike) nearest to where it was. Undefined when the text does not hold it.
 */
export function locate(text: string, anchor: Anchor): { start: number; end: number } | undefined {
  const { start, end, quote } = anchor
  if (quote === '') return undefined
  if (text.slice(start, end) === quote) return { start, end }
  let best: { at: number; score: number } | undefined
  for (const at of occurrences(text, quote)) {
    const score = likeness(text, at, anchor)
    if (!best || score > best.score || (score === best.score && nearer(at, best.at, start))) best = { at, score }
  }
  return best && { start: best.at, end: best.at + quote.length }
}

function refuseBadRange(text: string, from: number, to: number): void {
  const isInside = Number.isInteger(from) && Number.isInteger(to) && from >= 0 && to <= text.length
  if (!isInside) throw badRange('This place lies outside the text of the article. Select the words again.')
  if (to <= from) throw badRange('Nothing is selected. Select the words of the claim.')
  if (cutsCharacter(text, from) || cutsCharacter(text, to))
    throw badRange('The selection begins or ends in the middle of a character. Select the words again.')
}

const badRange = (message: string) => new BadInput({ '': message })

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff
/** Whether a place lies between the two units of one character. */
export const cutsCharacter = (text: string, at: number) => isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at))

function before(text: string, start: number): string {
  const from = Math.max(0, start - contextLength)
  return text.slice(cutsCharacter(text, from) ? from + 1 : from, start)
}

function after(text: string, end: number): string {
  const to = Math.min(text.length, end + contextLength)
  return text.slice(end, cutsCharacter(text, to) ? to - 1 : to)
}

/** Where a text holds the quote, from its beginning on; no more than `most` places. */
export function* occurrences(text: string, quote: string, most = Infinity): Generator<number> {
  let found = 0
  for (let at = text.indexOf(quote); at >= 0 && found < most; at = text.indexOf(quote, at + 1), found++) yield at
}

const nearer = (a: number, b: number, start: number) => Math.abs(a - start) < Math.abs(b - start)

// How many units of the surroundings agree, counted outwards from the quote.
function likeness(text: string, at: number, { quote, prefix, suffix }: Anchor): number {
  let score = 0
  for (let i = 1; i <= prefix.length && at - i >= 0 && text[at - i] === prefix[prefix.length - i]; i++) score++
  const end = at + quote.length
  for (let i = 0; i < suffix.length && text[end + i] === suffix[i]; i++) score++
  return score
}
