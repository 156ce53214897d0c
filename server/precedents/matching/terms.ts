import { stemmer } from 'stemmer'
import { stopWords } from './stop-words.ts'

/** The words of a text, without case, accents and possessive endings; figures without the commas that part thousands. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('’', "'")
  const found = plain.match(/\d[\d,]*(?:\.\d+)?|\p{L}[\p{L}\p{N}']*|\p{N}+/gu) ?? []
  return found.map(bare).filter((word) => word !== '')
}

const bare = (word: string) =>
  /^\d/.test(word) ? word.replaceAll(',', '') : word.replace(/'s$/, '').replaceAll("'", '')

/** The words of a text that say something, each by its stem, in their order. */
export const termsOf = (text: string): string[] => contentWords(text).map(stemmer)

/** The words of a text that say something, as they are written. */
export const contentWords = (text: string): string[] => wordsOf(text).filter((word) => !stopWords.has(word))

/** The stems of the names in a text: words with a capital that do not begin a sentence. */
export function nameTerms(text: string): string[] {
  const found = text.match(/(?<=[\p{L},;’'] )\p{Lu}\p{L}+/gu) ?? []
  return found.flatMap(termsOf)
}
