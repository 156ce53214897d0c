import { type FoundPassage, passageFinder } from './passage.ts'
import { cutsWord } from './whole-words.ts'

const pieceLength = 400_000
// Longer than the longest passage, so that each stands whole in one of the pieces.
const overlap = 30_000

/** Looks passages up in a text of any length, in their order; the event loop turns after each. Throws when it is broken off. */
export async function lookThrough(
  text: string,
  passages: readonly string[],
  signal?: AbortSignal,
): Promise<(FoundPassage | undefined)[]> {
  const found: (FoundPassage | undefined)[] = passages.map(() => undefined)
  for (let from = 0; from < text.length; from += pieceLength) {
    const find = passageFinder(text.slice(from, from + pieceLength + overlap))
    for (const [at, passage] of passages.entries()) {
      if (found[at]?.match === 'exact') continue
      found[at] = better(found[at], inWhole(text, from, find(passage)))
      await new Promise((resolve) => setImmediate(resolve))
      signal?.throwIfAborted()
    }
  }
  return found
}

// At the edge of a piece a word may only look whole.
function inWhole(text: string, from: number, found: FoundPassage | undefined): FoundPassage | undefined {
  if (!found) return undefined
  const place = { start: from + found.start, end: from + found.end }
  const isCut = cutsWord(text, place.start) || cutsWord(text, place.end)
  return isCut && found.match === 'exact' ? undefined : { ...place, match: found.match }
}

const better = (before: FoundPassage | undefined, now: FoundPassage | undefined) =>
  !before || now?.match === 'exact' ? now : before
