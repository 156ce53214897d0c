import { readChecks, readQuestions } from './dataset.ts'
import { matchesIn, matching } from './matches.ts'
import { rememberChecks } from './memory.ts'
import type { Scope } from './signs.ts'

const mostMatches = 20

type Files = { checks: string; queries: string; scope: Scope }

/** For each question its most probable checks, as lines `query_id TAB claim_id TAB probability`. Throws BadSettings. */
export function* matchTables({ checks, queries, scope }: Files): Generator<string> {
  const { models, shares } = matching()
  const questions = readQuestions(queries)
  const remembered = rememberChecks(readChecks(checks), shares)
  for (const question of questions) {
    const matches = matchesIn(remembered, question, { scope, model: models[scope] })
    for (const { candidate, probability } of matches.slice(0, mostMatches)) {
      yield `${question.id}\t${candidate.id}\t${probability.toFixed(6)}`
    }
  }
}
