import { readFileSync } from 'node:fs'
import { type Features, featuresOf, plainFeaturesOf } from './features.ts'
import { type Linear, probabilityOf, sumOf } from './linear.ts'
import { strongest } from './reasons.ts'
import { type Weights, readWeights } from './weights.ts'
import type { Level, Reason } from './words.ts'

/** How much a sentence is worth checking: `score` is the probability that people would say so, 0 to 1. */
export type Worth = { score: number; level: Level }

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
  return worth(model, sumOf(model, features))
}

/** The same with the reasons for it; of other languages than English it knows numbers, signs and length only. */
export function explainedWorth(text: string, language: string): Explained {
  const { model, features } = read(text, language)
  const reasons = strongest(model, features)
  return { ...worth(model, sumOf(model, features)), reasons, knows: knowsLanguage(language) }
}

/** Whether a score is over the line from which a sentence is worth checking. */
export const isOverLine = ({ level }: Worth): boolean => level !== 'low'

function read(text: string, language: string): { model: Linear; features: Features } {
  const { english, any } = weights()
  return knowsLanguage(language)
    ? { model: english, features: featuresOf(text) }
    : { model: any, features: plainFeaturesOf(text) }
}

function worth(model: Linear, sum: number): Worth {
  const score = probabilityOf(model, sum)
  if (score < model.line) return { score, level: 'low' }
  return { score, level: score < high ? 'medium' : 'high' }
}
