import { readFileSync } from 'node:fs'
import { type Checks, candidatesIn } from './memory.ts'
import { type Model, probabilityOf, readMatching } from './model.ts'
import { compare } from './ranking.ts'
import { type Asked, readQuestion } from './reading.ts'
import type { Scope } from './signs.ts'

/** Where the trained model stands. */
export const modelFile = new URL('model.txt', import.meta.url)

let known: ReturnType<typeof readMatching> | undefined
/** The model that was trained, read once. */
export const matching = () => (known ??= readMatching(readFileSync(modelFile, 'utf8')))

/** The checks that may be about what is asked, the most probable first, each with its probability. */
export function matchesIn<T>(checks: Checks<T>, asked: Asked, { scope, model }: { scope: Scope; model: Model }) {
  const read = readQuestion(asked)
  return compare({ asked: read, candidates: candidatesIn(checks, read, scope), weighing: checks.weighing, scope })
    .map(({ candidate, signs }) => ({ candidate, probability: probabilityOf(model, signs) }))
    .sort((a, b) => b.probability - a.probability)
}
