import { findNear } from '../text/approximate.ts'
import { lastAt } from '../versions/align.ts'
import type { Compared, Place, Span } from './reanchor.ts'
import { wholeWords } from './whole-words.ts'

/** Where a quote of the text before stands with other words: where it stood, else nearby, else anywhere that is new. */
export function changedWords(quoted: Span, quote: string, texts: Compared): Place | undefined {
  const { before, after } = texts
  const prefix = before.slice(Math.max(0, quoted.start - around), quoted.start)
  const suffix = before.slice(quoted.end, quoted.end + around)
  const there = imageOfGap(quoted, texts)
  for (const margin of [0, 2 * around, after.length]) {
    const from = Math.max(0, there.start - margin)
    const wanted = { maxErrors: mostErrors(quote), prefix, suffix, at: there.start - from }
    const found = findNear(after.slice(from, there.end + margin), quote, wanted)
    const place = found && { ...found, start: from + found.start, end: from + found.end }
    if (place && !isOld(place, quoted, texts)) return wholeWords(after, place)
  }
  return undefined
}

const around = 32

/** At most two characters of five, and never more than 256 (Hypothesis: half of the quote, 256). */
export const mostErrors = (quote: string): number => Math.min(256, Math.floor(quote.length * 0.4))

// From what surely stands before the quote to what surely stands after it.
function imageOfGap({ start, end }: Span, { sure, after }: Compared): Span {
  const before = sure[lastAt(sure, start)]
  const next = sure.find((run) => run.before + run.length > end)
  const from = before ? before.after + Math.min(before.length, start - before.before) : 0
  const to = next ? next.after + Math.max(0, end - next.before) : after.length
  return { start: from, end: Math.max(from, to) }
}

// Mostly words that stood elsewhere in the text before, and so are other words.
function isOld(place: Span, quoted: Span, { sureBack }: Compared): boolean {
  let old = 0
  for (const run of sureBack) {
    if (run.before >= place.end) break
    const from = Math.max(place.start, run.before)
    const to = Math.min(place.end, run.before + run.length)
    const was = from + run.after - run.before
    if (from < to && (was >= quoted.end || was + to - from <= quoted.start)) old += to - from
  }
  return old * 2 > place.end - place.start
}
