import type { Block } from '../../db/schema/index.ts'
import type { Dice } from './dice.ts'
import { assertion, filler } from './wording.ts'

export type Span = { start: number; end: number }
export type Print = { text: string; blocks: Block[]; sentences: (Span & { isClaim: boolean })[]; quotes: Span[] }

const inParagraph = 6

/** A made-up text with so many claims in it, in order; about fifty words a claim. */
export function printText(dice: Dice, claims: number): Print {
  const print: Print = { text: '', blocks: [], sentences: [], quotes: [] }
  for (let made = 0, count = 0; made < claims; count++) {
    const opens = count % inParagraph === 0
    if (count > 0) print.text += opens ? '\n' : ' '
    const isClaim = count % 4 === 1
    const span = addSentence(print, isClaim ? assertion(dice) : fill(dice), isClaim)
    if (opens) print.blocks.push({ kind: 'paragraph', ...span })
    else Object.assign(print.blocks.at(-1) ?? span, { end: span.end })
    if (!isClaim) continue
    print.quotes.push(quoteIn(dice, print, span))
    made += 1
  }
  return print
}

const fill = (dice: Dice) => (dice.inHundred(50) ? `${filler(dice)}, and ${lowerFirst(filler(dice))}` : filler(dice))
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

function addSentence(print: Print, words: string, isClaim: boolean): Span {
  const start = print.text.length
  print.text += `${words}.`
  const span = { start, end: print.text.length }
  print.sentences.push({ ...span, isClaim })
  return span
}

// Mostly the sentence without its stop; now and then the part before the comma, or from the sentence before on.
function quoteIn(dice: Dice, { text, sentences }: Print, { start, end }: Span): Span {
  const comma = text.indexOf(', ', start + 40)
  if (dice.inHundred(20) && comma > 0) return { start, end: comma }
  const before = sentences.at(-2)
  if (dice.inHundred(10) && before) {
    before.isClaim = true
    return { start: before.start, end: end - 1 }
  }
  return { start, end: end - 1 }
}
