import { stemmer } from 'stemmer'
import type { Asked, ReadCheck, ReadQuestion } from './matching/reading.ts'
import { sameSpeaker } from './matching/speaker.ts'
import { contentWords } from './matching/terms.ts'
import type { Weighing } from './matching/weighing.ts'

type Compared = { asked: Asked; read: ReadQuestion; check: ReadCheck; weighing: Weighing }

const mostWords = 4

/** Why a check may be about what is asked, in words: “shares ‘ceasefire’ and ‘hours’”, “same figure 30”, “same claimant”. */
export function reasonsFor({ asked, read, check, weighing }: Compared): string[] {
  const words = sharedWords(asked, check, weighing)
  const figures = [...read.figures].filter((figure) => check.figures.has(figure))
  const same = sameSpeaker(read.speaker, check.speaker)
  return [
    words.length > 0 && `shares ${list(words.map((word) => `‘${word}’`))}`,
    figures.length > 0 && `same ${figures.length === 1 ? 'figure' : 'figures'} ${list(figures.map(figureText))}`,
    same && 'same claimant',
  ].filter((reason) => reason !== false)
}

/** The words that both have, as they stand in what is asked: the ones that say most, in their order. */
function sharedWords({ text }: Asked, { all }: ReadCheck, { worth }: Weighing): string[] {
  const shared = [...new Map(contentWords(text).map((word) => [stemmer(word), word]))]
    .filter(([stem, word]) => all.has(stem) && !/^\d/.test(word))
    .map(([stem, word], at) => ({ word, at, worth: worth(stem) }))
  const best = shared.toSorted((a, b) => b.worth - a.worth).slice(0, mostWords)
  return best.sort((a, b) => a.at - b.at).map(({ word }) => asWritten(text, word))
}

const asWritten = (text: string, word: string) =>
  (text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu) ?? []).find((one) => contentWords(one)[0] === word) ?? word

const figureText = (figure: number) =>
  Number.isInteger(figure) && figure >= 1_000 && figure <= 2_100 ? String(figure) : figure.toLocaleString('en')

const list = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
