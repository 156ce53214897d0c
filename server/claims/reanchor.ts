import { findNear } from '../text/approximate.ts'
import { type Alignment, type Run, imageOf, turned } from '../versions/align.ts'
import { occurrences } from './anchor.ts'
import { changedWords, mostErrors } from './changed-words.ts'
import { agreement, sameLine } from './surroundings.ts'
import { isInWord, wholeWords } from './whole-words.ts'

/** A stretch of a text, in UTF-16 code units. */
export type Span = { start: number; end: number }
/** Where words may stand now; `errors` is how many characters differ. Offsets are UTF-16 code units. */
export type Place = Span & { errors: number }

/**
 * What becomes of a quote in a new text: it stands there unchanged (`exact`), perhaps at one of some places, the likeliest
 * first (`moved`), or nowhere (`lost`).
 */
export type Outcome = { kind: 'exact'; place: Span } | { kind: 'moved'; places: Place[] } | { kind: 'lost' }

/** Two texts and what they have in common. */
export type Compared = Alignment & { before: string; after: string; sureBack: Run[] }

/** Two texts with what can be read off what they have in common. */
export const compared = (before: string, after: string, alignment: Alignment): Compared => ({
  before,
  after,
  ...alignment,
  sureBack: turned(alignment.sure),
})

const mostPlaces = 4
/** Words that stand in a text more often than this are told apart by the comparison alone. */
const mostOccurrences = 400
/** A line that was moved is known again when at least so many units of it are the same. */
const leastMoved = 32
const contextLength = 32

/**
 * Finds a quote of the text before in the text after. Only words that the comparison or their surroundings leave no doubt
 * about are `exact`: where the same words stand several times, another occurrence is never taken for the one that is gone.
 */
export function reanchor(quoted: Span, texts: Compared): Outcome {
  const quote = texts.before.slice(quoted.start, quoted.end)
  const where = sameWords(texts.after, quote, { text: texts.before, at: quoted.start })
  const place = keptPlace(quoted, quote, { ...texts, where }) ?? movedLine(quoted, quote, { ...texts, where })
  if (place) return { kind: 'exact', place }
  const places = possiblePlaces(quoted, quote, { ...texts, where })
  return places.length > 0 ? { kind: 'moved', places } : { kind: 'lost' }
}

/** Places in a text for words of another one that it was never compared with, the likeliest first. */
export function placesFor(
  quote: string,
  { text, prefix, suffix, at }: { text: string; prefix: string; suffix: string; at: number },
): Place[] {
  const around = (start: number) =>
    agreement({ text: prefix + quote + suffix, at: prefix.length }, { text, at: start }, quote.length).units
  const found = sameWords(text, quote, { text: prefix + quote + suffix, at: prefix.length })
    .map((start) => ({ start, end: start + quote.length, errors: 0 }))
    .sort((a, b) => around(b.start) - around(a.start) || Math.abs(a.start - at) - Math.abs(b.start - at))
  if (found.length > 0) return found.slice(0, mostPlaces)
  const near = findNear(text, quote, { maxErrors: mostErrors(quote), prefix, suffix, at })
  return near ? [wholeWords(text, near)] : []
}

// Where a text holds the quote as it is where it stood: in whole words, unless it was cut out of some.
function sameWords(text: string, quote: string, { text: was, at }: { text: string; at: number }): number[] {
  const isCut = [isInWord(was, at), isInWord(was, at + quote.length)]
  return [...occurrences(text, quote, mostOccurrences)].filter(
    (start) => (isCut[0] || !isInWord(text, start)) && (isCut[1] || !isInWord(text, start + quote.length)),
  )
}

type Looked = Compared & { where: readonly number[] }

// Inside what both readings of the comparison keep, unless another occurrence could as well be meant.
function keptPlace(quoted: Span, quote: string, texts: Looked): Span | undefined {
  const image = imageOf(texts.sure, quoted)
  if (!image) return undefined
  const { start, end, run } = image
  const isCalm =
    (quoted.start - run.before >= contextLength || (run.before === 0 && run.after === 0)) &&
    (run.before + run.length - quoted.end >= contextLength || endsBoth(run, texts))
  return isCalm || !hasRival({ start, end }, quoted, { ...texts, quote }) ? { start, end } : undefined
}

const endsBoth = ({ before, after, length }: Run, texts: Compared) =>
  before + length === texts.before.length && after + length === texts.after.length

// Another place that nothing else lays claim to, and that is as much like this one as the one it came from.
function hasRival(place: Span, quoted: Span, texts: Looked & { quote: string }): boolean {
  const { before, after, quote, where } = texts
  const own = agreement({ text: before, at: quoted.start }, { text: after, at: place.start }, quote.length)
  if (own.isWhole) return false
  const rivals = (text: string, at: number, other: { text: string; at: number }) =>
    agreement({ text, at }, other, quote.length).units >= own.units
  const later = where.some(
    (at) =>
      at !== place.start &&
      !imageOf(texts.sureBack, spanAt(at, quote)) &&
      rivals(after, at, { text: before, at: quoted.start }),
  )
  if (later) return true
  return [...occurrences(before, quote, mostOccurrences)].some(
    (at) =>
      at !== quoted.start &&
      !imageOf(texts.sure, spanAt(at, quote)) &&
      rivals(before, at, { text: after, at: place.start }),
  )
}

// The same words in the same line, or in the same part of a long one: once among what was taken out, once among what was put in.
function movedLine(quoted: Span, quote: string, texts: Looked): Span | undefined {
  const { before, after, where } = texts
  const from = { text: before, at: quoted.start }
  const isSame = (text: string, at: number) => sameLine(from, { text, at }, quote.length) >= leastMoved
  const there = where.filter((at) => !imageOf(texts.sureBack, spanAt(at, quote)) && isSame(after, at))
  const [only] = there
  if (only === undefined || there.length > 1) return undefined
  const here = [...occurrences(before, quote, mostOccurrences)].filter(
    (at) => !imageOf(texts.sure, spanAt(at, quote)) && isSame(before, at),
  )
  return here.length === 1 ? spanAt(only, quote) : undefined
}

function possiblePlaces(quoted: Span, quote: string, texts: Looked): Place[] {
  const readings = [texts.forward, texts.backward].flatMap((runs) => imageOf(runs, quoted)?.start ?? [])
  const isTaken = (at: number) => imageOf(texts.sureBack, spanAt(at, quote)) !== undefined
  const units = (at: number) =>
    agreement({ text: texts.before, at: quoted.start }, { text: texts.after, at }, quote.length).units
  const likeliest = texts.where.toSorted((a, b) => units(b) - units(a))
  const free = [...readings, ...likeliest.filter((at) => !isTaken(at))]
  const near = free.length > 0 ? undefined : changedWords(quoted, quote, texts)
  const asTheyStand = [...new Set([...free, ...likeliest])].map((at) => ({ ...spanAt(at, quote), errors: 0 }))
  return [...(near ? [near] : []), ...asTheyStand].slice(0, mostPlaces)
}

const spanAt = (start: number, quote: string): Span => ({ start, end: start + quote.length })
