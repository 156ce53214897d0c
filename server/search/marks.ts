import { searchable } from '../text/search-words.ts'
import { isUnspaced } from './match.ts'

/** A stretch of a text, and whether it is what was searched for. */
export type Piece = { text: string; isMatch: boolean }

/** What the index puts around a match. No text that is stored has these characters. */
export const marks = { begin: '\u0002', end: '\u0003' }

/** A text with marks as pieces; together they are the text. */
export function piecesOf(marked: string): Piece[] {
  return marked
    .split(marks.begin)
    .flatMap((stretch, index) => {
      const at = index === 0 ? -1 : stretch.indexOf(marks.end)
      if (at < 0) return [{ text: bare(stretch), isMatch: false }]
      return [
        { text: stretch.slice(0, at), isMatch: true },
        { text: bare(stretch.slice(at + 1)), isMatch: false },
      ]
    })
    .filter(({ text }) => text !== '')
}

const bare = (text: string) => text.replaceAll(marks.end, '')

/** A text with marks as it is without them. */
export const unmarked = (text: string): string => text.replaceAll(marks.begin, '').replaceAll(marks.end, '')

/** Whether anything in it is marked. */
export const hasMark = (text: string): boolean => text.includes(marks.begin)

/** Marks where any of the words stands in the text, whatever its case, to the end of the word there. */
export function marking(text: string, words: string[]): string {
  const lower = text.toLowerCase()
  // Where small letters are longer than great ones, places would not fit.
  if (lower.length !== text.length) return text
  const spans = words
    .map((word) => word.toLowerCase())
    .flatMap((word) => [...placesOf(lower, word)])
    .sort((a, b) => a.start - b.start)
  let [out, done] = ['', 0]
  for (const { start, end } of spans) {
    if (start < done) continue
    out += text.slice(done, start) + marks.begin + text.slice(start, end) + marks.end
    done = end
  }
  return out + text.slice(done)
}

function* placesOf(text: string, word: string): Generator<{ start: number; end: number }> {
  if (searchable(word) === '') return
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    yield { start: at, end: isUnspaced(word) ? at + word.length : endOfWord(text, at + word.length) }
}

function endOfWord(text: string, from: number): number {
  let end = from
  while (end < text.length && /[\p{L}\p{N}\p{M}]/u.test(text.charAt(end))) end++
  return end
}
