import { cutsCharacter } from './anchor.ts'

const letter = /[\p{L}\p{N}\p{M}]/u
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** Whether a place of a text lies within a word, where words are parted by spaces, or within a character. */
export const isInWord = (text: string, at: number) => {
  const [left, right] = [text.charAt(at - 1), text.charAt(at)]
  return cutsCharacter(text, at) || (letter.test(left) && letter.test(right) && !unspaced.test(left + right))
}

/** A place widened to whole words: an approximate one may begin or end within a word. */
export function wholeWords<T extends { start: number; end: number }>(text: string, place: T): T {
  let { start, end } = place
  while (start > 0 && isInWord(text, start)) start--
  while (end < text.length && isInWord(text, end)) end++
  return { ...place, start, end }
}
