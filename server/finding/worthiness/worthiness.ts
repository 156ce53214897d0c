import { readFileSync } from 'node:fs'
import { type Features, featuresOf, plainFeaturesOf } from './features.ts'
import { type Linear, probabilityOf, sumOf } from './linear.ts'
import { strongest } from './reasons.ts'
import { type Weights, readWeights } from './weights.ts'
import type { Level, NamedFeature, Reason } from './words.ts'

/**
 * How much a sentence is worth checking: `score` is the probability that people would say so, 0 to 1; `signs` are the named
 * features it has. Where the decisions of the newsroom have moved it, `model` is what it was without them.
 */
export type Worth = {
  score: number
  level: Level
  signs: readonly NamedFeature[]
  model?: { score: number; level: Level }
}

/** The file that `npm run train` writes. */
export const weightsFile = new URL('./weights.txt', import.meta.url)

/** A worth with its three to five strongest reasons, the strongest first; `knows`: the model knows the language. */
export type Explained = Worth & { reasons: Reason[]; knows: boolean }

// Twice as likely as not.
const high = 2 / 3

let loaded: Weights | undefined
const weights = () => (loaded ??= readWeights(readFileSync(weightsFile, 'utf8')))

/** Whether the model knows the language (a BCP 47 tag): of others it sees numbers, signs and length only. */
const knowsLanguage = (language: string): boolean => /^en(?:-|$)/i.test(language)

/** The worth of one sentence, whatever stands around it. */
export function worthOf(text: string, language: string): Worth {
  const { model, features } = read(text, language)
  return worth(model, features)
}

/** The same with the reasons for it; of other languages than English it knows numbers, signs and length only. */
export function explainedWorth(text: string, language: string): Explained {
  const { model, features } = read(text, language)
  const reasons = strongest(model, features)
  return { ...worth(model, features), reasons, knows: knowsLanguage(language) }
}

/** Whether a score is over the line from which a sentence is worth checking. */
export const isOverLine = ({ level }: Worth): boolean => level !== 'low'

/** The level of a score in that language. */
export const levelOf = (score: number, language: string): Level => levelBy(modelOf(language), score)

const modelOf = (language: string): Linear => weights()[knowsLanguage(language) ? 'english' : 'any']

const read = (text: string, language: string): { model: Linear; features: Features } => ({
  model: modelOf(language),
  features: knowsLanguage(language) ? featuresOf(text) : plainFeaturesOf(text),
})

function worth(model: Linear, features: Features): Worth {
  const score = probabilityOf(model, sumOf(model, features))
  return { score, level: levelBy(model, score), signs: features.named }
}

function levelBy({ line }: Linear, score: number): Level {
  if (score < line) return 'low'
  return score < high ? 'medium' : 'high'
}
