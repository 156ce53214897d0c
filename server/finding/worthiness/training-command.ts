import { writeFileSync } from 'node:fs'
import { readLabelled } from './dataset.ts'
import { crossValidationTable, evaluationTable } from './evaluation.ts'
import { train } from './training.ts'
import { writeWeights } from './weights.ts'
import { weightsFile } from './worthiness.ts'

type Say = (line: string) => void

// Beside the project, never in it.
const data = '../shared/data/checkworthy'

const head = [
  'What each sign, word and pair of words adds to the score of a sentence, in hundredths. Made by `npm run train`.',
  'Trained on the ClaimBuster dataset: Arslan, Hassan, Li, Tremayne 2020, CC BY 4.0, doi:10.5281/zenodo.3609356.',
]

/** Trains on a file of the ClaimBuster data, writes the weights, and says how well unseen debates were scored. */
export function trainOn(file: string | undefined, say: Say, to: string | URL = weightsFile): number {
  const { weights, unseen } = train(readLabelled(file ?? `${data}/train.tsv`))
  writeFileSync(to, writeWeights(weights, head))
  for (const line of crossValidationTable(unseen, weights.english.line)) say(line)
  return 0
}

type Files = { file: string | undefined; training: string | undefined }

/** Says how the weights do on a file of the ClaimBuster data, and with a training file how such weights do on unseen debates. */
export function evaluateOn({ file, training }: Files, say: Say): number {
  for (const line of evaluationTable(readLabelled(file ?? `${data}/dev.tsv`))) say(line)
  if (file !== undefined && training === undefined) return 0
  const { weights, unseen } = train(readLabelled(training ?? `${data}/train.tsv`))
  for (const line of ['', ...crossValidationTable(unseen, weights.english.line)]) say(line)
  return 0
}
