import { foldText } from '../text/folded-text.ts'

// What may have its hyphen for its own: “re-sign” is another word than “resign”.
const prefixes = new Set('re co un pre non anti de ex sub over self mid pro multi semi inter post counter'.split(' '))

/**
 * Whether a stretch of a text says the passage, but for hyphens that a line end has left in its words: a text read out of
 * a PDF has “terri-tory” where its page has two lines. Every hyphen of the passage must be there.
 */
export function saysParted(stretch: string, passage: string): boolean {
  const [there, wanted] = [foldText(stretch).text, foldText(passage).text]
  let at = 0
  for (let i = 0; i < there.length; i++) {
    if (there[i] === wanted[at]) at += 1
    else if (!isLeftOver(there, i)) return false
  }
  return at === wanted.length
}

function isLeftOver(text: string, at: number): boolean {
  if (text[at] !== '-') return false
  const before = /\p{Ll}+$/u.exec(text.slice(Math.max(0, at - 20), at))?.[0]
  return before !== undefined && !prefixes.has(before) && /\p{Ll}/u.test(text[at + 1] ?? '')
}
