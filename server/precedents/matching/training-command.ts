import { writeFileSync } from 'node:fs'
import type { Say } from '../../command.ts'
import { readDebates } from './dataset.ts'
import { type Figures, calibrationError, figuresOf } from './evaluation.ts'
import { matching, modelFile } from './matches.ts'
import { rememberChecks } from './memory.ts'
import { writeMatching } from './model.ts'
import { scopes } from './signs.ts'
import { type Ranked, compareAll, rank, rankUnseen, trainMatching } from './training.ts'

// Beside the project, never in it.
const data = '../shared/data/match-debates'

const head = [
  'What each sign adds to how likely it is that an earlier check is about a claim. Made by `npm run train -- match`.',
  'Trained on the questions before 2017 of the CheckThat! 2021 task 2B (previously fact-checked claims in debates).',
]

/** Trains matching on a folder of the match-debates data, and writes the model. The same data gives the same bytes. */
export function trainMatchOn(folder: string | undefined, say: Say, to: string | URL = modelFile): number {
  const { checks, questions } = readDebates(folder ?? data)
  writeFileSync(to, writeMatching(trainMatching(checks, questions), head))
  say(`Trained on ${questions.filter(({ split }) => split === 'train').length} questions and ${checks.length} checks.`)
  return 0
}

/** Says how well the model finds the checks of each split, and how well models do that have not seen the event. */
export function evaluateMatchOn(folder: string | undefined, say: Say): number {
  const { checks, questions } = readDebates(folder ?? data)
  const { models, shares } = matching()
  const remembered = rememberChecks(checks, shares)
  say(`${''.padEnd(36)}   MAP@5   hit@5  AUC top  AUC all  calibration`)
  for (const scope of scopes) {
    const compared = compareAll(remembered, questions, scope)
    for (const split of ['train', 'dev']) {
      const known = compared
        .filter((question) => question.split === split)
        .map((question) => rank(models[scope], question))
      say(row(`${names[scope]}, ${split}`, known))
    }
    say(row(`${names[scope]}, events left out`, rankUnseen(compared, scope)))
  }
  return 0
}

const names = { all: 'everything', undated: 'without dates', text: 'text only' }

function row(name: string, questions: readonly Ranked[]): string {
  if (questions.length === 0) return `${name.padEnd(36)} no questions`
  const { map5, hit5, topAuc, noneAuc }: Figures = figuresOf(questions)
  const figures = [map5, hit5, topAuc, noneAuc].map((figure) => figure.toFixed(3).padStart(8)).join(' ')
  return `${name.padEnd(36)}${figures} ${calibrationError(questions).toFixed(4).padStart(12)}`
}
