const inWord = /[\p{L}\p{N}\p{M}]/u
// Written without spaces, so that nothing shows where a word ends.
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u
const numberBefore = /\d[.,]?$/
const numberAfter = /^[.,]?\d/
const longestWord = 60

/** Whether a place in a text is in the middle of a word, or of a number: before “300” in “1,300”. */
export function cutsWord(text: string, at: number): boolean {
  const before = text[at - 1] ?? ''
  const after = text[at] ?? ''
  if (cutsNumber(text, at)) return true
  return inWord.test(before) && inWord.test(after) && !unspaced.test(before) && !unspaced.test(after)
}

function cutsNumber(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at)
  const after = text.slice(at, at + 2)
  return numberBefore.test(before) && numberAfter.test(after)
}

/** The place with the words whole that it begins and ends in. */
export function wholeWords(text: string, { start, end }: { start: number; end: number }) {
  let from = start
  let to = end
  while (start - from < longestWord && cutsWord(text, from)) from--
  while (to - end < longestWord && cutsWord(text, to)) to++
  return { start: from, end: to }
}
