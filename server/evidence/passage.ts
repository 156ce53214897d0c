import { findNearIn } from '../text/approximate.ts'
import { type BrokenWords, type FoldedText, foldText } from '../text/folded-text.ts'
import { findParts } from './left-out.ts'
import { saysParted } from './parted.ts'
import { cutsWord, wholeWords } from './whole-words.ts'

/** Where a passage stands in a text; offsets are UTF-16 code units, `end` is exclusive. */
export type FoundPassage = { start: number; end: number; match: 'exact' | 'near' }

type Way = { folded: FoldedText; brokenWords: BrokenWords }

/**
 * Looks a passage up: exactly (white space, line ends, quotation marks, dashes and ligatures may differ), else nearly; undefined
 * when the text does not hold it. A place in the middle of a word or a number is not exact, nor is a passage with “[…]” for words left out. Takes under 50 ms for 500,000 units.
 */
export const findPassage = (text: string, passage: string): FoundPassage | undefined => passageFinder(text)(passage)

/** The same for several passages of one text, which is then made ready once. */
export function passageFinder(text: string): (passage: string) => FoundPassage | undefined {
  const joined: Way = { folded: foldText(text), brokenWords: 'joined' }
  const ways = joined.folded.hasBrokenWords ? [joined, wayOf(text, 'hyphenated')] : [joined]
  let parted: Way | undefined
  return (passage) => {
    const wanted = passage.trim()
    const unquoted = withoutQuotationMarks(wanted)
    return (
      exactly(text, ways, wanted) ??
      exactly(text, ways, unquoted) ??
      exactly(text, [(parted ??= wayOf(text, 'parted'))], unquoted) ??
      findParts(unquoted, (part, from) => exactly(text, ways, part, from)) ??
      nearly(text, joined.folded, unquoted)
    )
  }
}

const wayOf = (text: string, brokenWords: BrokenWords): Way => ({ folded: foldText(text, brokenWords), brokenWords })

/**
 * How many characters may differ for a passage of that length to be nearly found. Twice the 8 % that typing and reading
 * by machine leave behind, less for a short one: every long text has somewhere a few words like any other few.
 */
const errorsAllowed = (length: number): number => Math.max(0, Math.floor((length - 4) / 6))

const quoted = /^["“”„«»‘‚‹›'](.+)["“”„«»’‘‹›']$/s

const withoutQuotationMarks = (passage: string) => quoted.exec(passage)?.[1]?.trim() ?? passage

function exactly(text: string, ways: Way[], passage: string, from = 0): FoundPassage | undefined {
  for (const { folded, brokenWords } of ways)
    for (const place of places(folded, foldText(passage, brokenWords).text))
      if (place.start >= from && isThere(text, place, { passage, brokenWords })) return { ...place, match: 'exact' }
  return undefined
}

type Wanted = { passage: string; brokenWords: BrokenWords }

function isThere(text: string, { start, end }: { start: number; end: number }, { passage, brokenWords }: Wanted) {
  if (cutsWord(text, start) || cutsWord(text, end)) return false
  return brokenWords !== 'parted' || saysParted(text.slice(start, end), passage)
}

function* places({ text, original }: FoldedText, wanted: string) {
  if (wanted === '') return
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) yield original(at, at + wanted.length)
}

function nearly(text: string, folded: FoldedText, passage: string): FoundPassage | undefined {
  const maxErrors = errorsAllowed(passage.length)
  const found = maxErrors > 0 ? findNearIn(folded, passage, { maxErrors }) : undefined
  if (!found) return undefined
  const { start, end } = wholeWords(text, found)
  // The full stop at the end is as like as its absence.
  const hasLast = /\p{P}$/u.test(passage) && text[end] === passage.at(-1)
  return { start, end: hasLast ? end + 1 : end, match: 'near' }
}
