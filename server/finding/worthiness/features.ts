import { featuresOfWord } from './lexicon.ts'
import { type NamedFeature, plainFeatures } from './words.ts'

/** What a sentence is scored by: its named features, and its words and pairs of words in lower case, digits as 0. */
export type Features = { named: NamedFeature[]; terms: string[] }

const token = /\p{L}[\p{L}\p{M}]*(?:['.&]\p{L}+)*|\p{N}+(?:[.,:]\p{N}+)*|[%$?!"]/gu
// Scripts without spaces between words: two characters pass for a word.
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu

/** The features of an English sentence. */
export function featuresOf(text: string): Features {
  const plain = text.replaceAll(/[’ʼ]/g, "'").replaceAll(/[“”„«»]/g, '"')
  const tokens = plain.match(token) ?? []
  const folded = tokens.map((word) => word.toLowerCase().replaceAll(/\d/g, '0'))
  const found = new Set([...signsOf(plain, tokens), ...folded.flatMap((word) => featuresOfWord.get(word) ?? [])])
  if (folded.some(isPast)) found.add('past')
  if (!found.has('past')) found.delete('perfect')
  for (const feature of namesIn(tokens)) found.add(feature)
  return { named: [...found], terms: termsOf(folded) }
}

/** What can be told of a sentence in any language: numbers, signs and length. */
export function plainFeaturesOf(text: string): Features {
  const tokens = text.match(token) ?? []
  const known: ReadonlySet<NamedFeature> = new Set(plainFeatures)
  return { named: signsOf(text, tokens).filter((feature) => known.has(feature)), terms: [] }
}

const isPast = (word: string) => word.length > 4 && word.endsWith('ed') && !word.endsWith('eed')

function signsOf(text: string, tokens: readonly string[]): NamedFeature[] {
  const numbers = tokens.filter((word) => /^\p{N}/u.test(word))
  const years = numbers.filter((word) => /^(?:1[5-9]|20)\d\d$/.test(word))
  const signs: [NamedFeature, boolean][] = [
    ['year', years.length > 0],
    ['number', numbers.length > years.length],
    ['numbers', numbers.length > years.length + 1],
    ['percent', /[%٪％‰]|\bper cent\b/.test(text)],
    ['money', /\p{Sc}/u.test(text)],
    ['quotation', /["“”„«»「『]/.test(text)],
    ['question', /[?？؟]/.test(text)],
    ['future', text.includes('going to')],
  ]
  return [...signs.filter(([, is]) => is).map(([feature]) => feature), lengthOf(text, tokens)]
}

const lengths: [number, NamedFeature][] = [
  [5, 'fragment'],
  [9, 'short'],
  [14, 'medium'],
  [22, 'long'],
  [35, 'longer'],
]

function lengthOf(text: string, tokens: readonly string[]): NamedFeature {
  const words = Math.max(tokens.length, (text.match(unspaced)?.length ?? 0) / 2)
  return lengths.find(([under]) => words < under)?.[1] ?? 'longest'
}

// The first word says nothing: it is written large whatever it is.
function namesIn(tokens: readonly string[]): NamedFeature[] {
  const large = tokens.filter((word, index) => index > 0 && /^\p{Lu}/u.test(word) && !/^I(?:'|$)/.test(word)).length
  const found: NamedFeature[] = []
  if (large > 0) found.push('entity')
  if (large > 2) found.push('entities')
  if (tokens.some((word) => /^\p{Lu}[\p{Lu}.&]+$/u.test(word))) found.push('acronym')
  return found
}

function termsOf(words: readonly string[]): string[] {
  const terms = new Set(words)
  for (let i = 1; i < words.length; i++) terms.add(`${words[i - 1]} ${words[i]}`)
  return [...terms]
}
