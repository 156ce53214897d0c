import type { Features } from './features.ts'
import { functionWords } from './lexicon.ts'
import { type Linear, termValue } from './linear.ts'
import { type NamedFeature, type Reason, featureWords } from './words.ts'

type Weighed = Reason & { adds: number }

const most = 5
const mostTerms = 2
// What adds less than this to the sum moves the score by a few hundredths at most.
const least = 0.15

/** The strongest reasons for a score, the strongest first: named features, and at most two words or pairs of words. */
export function strongest({ named, terms }: Linear, features: Features): Reason[] {
  const value = termValue(features.terms)
  const signs = signsOf(new Map(features.named.map((name) => [name, named.get(name) ?? 0])))
  const words = features.terms.flatMap((term) => {
    const adds = (terms.get(term) ?? 0) * value
    return weighs(adds) && tellsSomething(term) ? [weighed(`the ${noun(term)} “${term}”`, adds)] : []
  })
  return [...signs.filter(({ adds }) => weighs(adds)), ...apart(words.sort(byWeight))]
    .sort(byWeight)
    .slice(0, most)
    .map(({ words: said, raises }) => ({ words: said, raises }))
}

const weighs = (adds: number) => Math.abs(adds) >= least

const noun = (term: string) => (term.includes(' ') ? 'words' : 'word')

// Several numbers are one reason, not a number and several.
const including: [NamedFeature, NamedFeature][] = [
  ['numbers', 'number'],
  ['entities', 'entity'],
  ['perfect', 'past'],
]

function signsOf(found: Map<NamedFeature, number>): Weighed[] {
  for (const [more, less] of including) {
    const adds = found.get(more)
    if (adds === undefined) continue
    found.set(more, adds + (found.get(less) ?? 0))
    found.delete(less)
  }
  return [...found].map(([name, adds]) => weighed(featureWords[name], adds))
}

const weighed = (words: string, adds: number): Weighed => ({ words, raises: adds > 0, adds })

const byWeight = (a: Weighed, b: Weighed) => Math.abs(b.adds) - Math.abs(a.adds)

// Numbers and question marks are told as signs; pairs need a word of their own.
const tellsSomething = (term: string) =>
  /^[\p{L}\p{M}' .&]+$/u.test(term) && term.split(' ').some((word) => !functionWords.has(word))

// “voted” and “voted against” are one reason: the stronger of them.
function apart(words: readonly Weighed[]): Weighed[] {
  const kept: Weighed[] = []
  for (const word of words) {
    if (kept.length < mostTerms && !kept.some((other) => share(word.words, other.words))) kept.push(word)
  }
  return kept
}

const share = (one: string, other: string) => {
  const words = new Set(quoted(one))
  return quoted(other).some((word) => words.has(word))
}

const quoted = (words: string) => words.slice(words.indexOf('“') + 1, -1).split(' ')
