import { counted } from '../../values/count.ts'
import type { Labelled } from './dataset.ts'
import { averagePrecision, foundAt } from './measures.ts'
import type { Unseen } from './training.ts'
import { isOverLine, worthOf } from './worthiness.ts'

/** How the weights that are there do on sentences with labels, as the lines of a table. */
export function evaluationTable(sentences: readonly Labelled[]): string[] {
  const truth = sentences.map(({ worthy }) => worthy)
  const worths = sentences.map(({ text }) => worthOf(text, 'en'))
  const plain = sentences.map(({ text }) => worthOf(text, 'und'))
  return [
    head(counted(sentences.length, 'sentence')),
    row('English', { scores: worths.map(({ score }) => score), over: worths.map(isOverLine), truth }),
    row('numbers, signs and length only', {
      scores: plain.map(({ score }) => score),
      over: plain.map(isOverLine),
      truth,
    }),
  ]
}

/** How the models of the cross-validation did on the debates that they had not seen, debate by debate. */
export function crossValidationTable(unseen: readonly Unseen[], line: number): string[] {
  const debates = [...new Set(unseen.map(({ debate }) => debate))].sort()
  const rows = debates.map((debate) =>
    unseenRow(
      debate,
      unseen.filter((row) => row.debate === debate),
      line,
    ),
  )
  return [
    head('Debates unseen in training'),
    ...rows,
    unseenRow('all', unseen, line),
    unseenRow(
      'those that people agreed on',
      unseen.filter(({ agreed }) => agreed),
      line,
    ),
  ]
}

const unseenRow = (name: string, unseen: readonly Unseen[], line: number) =>
  row(name, {
    scores: unseen.map(({ probability }) => probability),
    over: unseen.map(({ probability }) => probability >= line),
    truth: unseen.map(({ worthy }) => worthy),
  })

const head = (name: string) => `${name.padEnd(34)} precision  recall      F1      AP`

type Scored = { scores: number[]; over: boolean[]; truth: boolean[] }

function row(name: string, { scores, over, truth }: Scored): string {
  const { precision, recall, f1 } = foundAt({ scores: over.map(Number), truth }, 1)
  const figures = [precision, recall, f1, averagePrecision({ scores, truth })]
  return `${name.padEnd(34)} ${figures.map((figure) => figure.toFixed(4).padStart(8)).join('')}`
}
